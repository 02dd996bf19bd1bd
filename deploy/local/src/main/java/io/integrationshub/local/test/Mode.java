package io.integrationshub.local.test;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.testcontainers.DockerClientFactory;

/** How the tests get broker and database: system property {@code hub.test.infra} or environment HUB_TEST_INFRA. */
enum Mode {
    /** Containers where a Docker engine answers, else embedded. */
    AUTO,
    CONTAINERS,
    LOCAL;

    /** Testcontainers reports a missing engine as an error; here it is an answer. */
    private static final Logger DOCKER_SEARCH = Logger.getLogger("org.testcontainers.dockerclient");

    static Mode chosen() {
        return Optional.ofNullable(System.getProperty("hub.test.infra"))
                .or(() -> Optional.ofNullable(System.getenv("HUB_TEST_INFRA")))
                .map(Mode::parse)
                .orElse(AUTO);
    }

    static Mode parse(String text) {
        try {
            return valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("hub.test.infra is auto, containers or local, not " + text, e);
        }
    }

    Backend backend(Path folder) {
        return switch (this) {
            case AUTO -> dockerAnswers() ? new ContainerBackend() : new EmbeddedBackend(folder);
            case CONTAINERS -> new ContainerBackend();
            case LOCAL -> new EmbeddedBackend(folder);
        };
    }

    private static boolean dockerAnswers() {
        DOCKER_SEARCH.setLevel(Level.OFF);
        return DockerClientFactory.instance().isDockerAvailable();
    }
}
