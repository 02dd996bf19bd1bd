package io.integrationshub.log.application;

import java.util.Optional;
import java.util.UUID;

/**
 * Why an execution is not retried now.
 *
 * @param detail for a person, with what to do instead
 * @param instead the execution to look at, if there is one
 */
public record Refusal(Code code, String detail, Optional<UUID> instead) {

    /** The machine's word. */
    public enum Code {
        /** It did not fail. */
        RUN_NOT_RETRYABLE,
        /** Somebody was faster. */
        ALREADY_RETRIED,
        /** A newer execution of its integration is at work, or would be undone by the revision of this one. */
        SUPERSEDED,
        /** Its steps were too old to be kept: nobody can tell what a retry would do. */
        HISTORY_PURGED,
        /** The plan that was looked at is not the one of now. */
        PLAN_CHANGED,
        /** Something may change twice, and nobody has said that this is known. */
        CONFIRMATION_REQUIRED
    }

    static Refusal of(Code code, String detail) {
        return new Refusal(code, detail, Optional.empty());
    }
}
