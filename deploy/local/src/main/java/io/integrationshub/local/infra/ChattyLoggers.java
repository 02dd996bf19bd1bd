package io.integrationshub.local.infra;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the infrastructure inside this JVM says below ERROR would drown the output of the tests that use it. */
public final class ChattyLoggers {
    /** The logger names of the infrastructure libraries. */
    public static final List<String> NAMES = List.of(
            "kafka",
            "org.apache.kafka",
            "state.change.logger",
            "io.zonky",
            "no.nav",
            "okhttp3",
            "mockwebserver3",
            "org.testcontainers",
            "com.github.dockerjava",
            "org.openqa.selenium",
            "tc");

    /** The logging framework forgets the level of a logger that nobody holds. */
    private static final List<Logger> HELD =
            NAMES.stream().map(Logger::getLogger).toList();

    private ChattyLoggers() {}

    /** Limits them to errors, except where somebody has chosen a level already. */
    public static void quieten() {
        HELD.stream().filter(logger -> logger.getLevel() == null).forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
