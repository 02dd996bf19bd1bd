package io.integrationshub.config.domain.observed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be said of an integration, in the shape of Kubernetes' conditions.
 *
 * @param reason the machine's word, in camel case
 * @param message for a person, with what to do where something has to be done
 * @param since when the status became what it is; null where nobody noted it
 * @param observedGeneration the revision this was seen with
 */
public record Condition(
        Type type,
        Status status,
        String reason,
        String message,
        @Nullable Instant since,
        long observedGeneration) {

    /** What is said. */
    public enum Type {
        /** Sign-in works as a revision wanted it. */
        READY("Ready"),
        /** The latest revision is in place, and nothing differs. */
        SYNCED("Synced"),
        /** The keys work and may do what is needed. */
        CREDENTIALS_VALID("CredentialsValid"),
        /** Somebody changed outside what was applied. */
        DRIFT_DETECTED("DriftDetected"),
        /** There is a newer version of the integration definition. */
        UPDATE_AVAILABLE("UpdateAvailable"),
        /** A person paused it. */
        PAUSED("Paused"),
        /** The latest execution failed, and would again: the configuration must change first. */
        TERMINAL("Terminal"),
        /** The latest execution failed, and may not when it is tried again. */
        RECOVERABLE("Recoverable");

        private final String title;

        Type(String title) {
            this.title = title;
        }

        /** In the camel case of conditions. */
        public String title() {
            return title;
        }
    }

    /** Whether it is so. */
    public enum Status {
        TRUE("True"),
        FALSE("False"),
        UNKNOWN("Unknown");

        private final String title;

        Status(String title) {
            this.title = title;
        }

        /** In the camel case of conditions. */
        public String title() {
            return title;
        }
    }

    /** True when it is known to be so. */
    public boolean holds() {
        return status == Status.TRUE;
    }
}
