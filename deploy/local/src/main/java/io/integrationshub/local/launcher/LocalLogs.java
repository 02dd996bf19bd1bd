package io.integrationshub.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what the parts inside this process log to a file each, and nothing to the console. */
final class LocalLogs {
    private static final int MAX_BYTES = 20_000_000;
    private static final Map<String, List<String>> LOGGERS = Map.of(
            "kafka", List.of("kafka", "org.apache.kafka", "state.change.logger"),
            "sign-in", List.of("no.nav", "okhttp3", "mockwebserver3"),
            "launcher", List.of(""));

    /** The logging framework forgets the handlers of a logger that nobody holds. */
    private static final List<Logger> HELD = LOGGERS.values().stream()
            .flatMap(List::stream)
            .map(Logger::getLogger)
            .toList();

    private LocalLogs() {}

    static void to(State state) {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s [%3$s] %5$s%6$s%n");
        LogManager.getLogManager().reset();
        LOGGERS.forEach((part, names) -> {
            Handler handler = file(state, part);
            HELD.stream().filter(logger -> names.contains(logger.getName())).forEach(logger -> {
                logger.addHandler(handler);
                logger.setUseParentHandlers(false);
                logger.setLevel(Level.INFO);
            });
        });
    }

    private static Handler file(State state, String part) {
        try {
            Handler handler = new FileHandler(state.log(part).toString(), MAX_BYTES, 1, true);
            handler.setFormatter(new SimpleFormatter());
            return handler;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
