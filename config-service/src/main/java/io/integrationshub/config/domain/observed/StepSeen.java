package io.integrationshub.config.domain.observed;

import io.integrationshub.contracts.ErrorClass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest try of a step of the running execution. What it put out is the execution log's to tell.
 *
 * @param name the words on screen
 * @param order where it stands in the execution
 * @param attempt 1 for the first try
 * @param durationMs null while it runs
 * @param writes how many changes it made outside; null while it runs or when it failed
 * @param errorClass null unless it failed
 * @param code of the failure; null unless it failed
 * @param message of the failure, or why it was not needed
 * @param nextAttemptAt when it is tried again by itself; null when it is not
 */
public record StepSeen(
        String name,
        int order,
        int attempt,
        Status status,
        @Nullable Instant startedAt,
        @Nullable Long durationMs,
        @Nullable Integer writes,
        @Nullable ErrorClass errorClass,
        @Nullable String code,
        @Nullable String message,
        @Nullable Instant nextAttemptAt) {

    /** How far a try has come. The later in this list, the more is known. */
    public enum Status {
        RUNNING,
        SKIPPED,
        SUCCEEDED,
        FAILED
    }

    /** True when this says more than the other about the same step: a later try, or the end of a try that was running. */
    boolean after(StepSeen other) {
        return attempt > other.attempt || (attempt == other.attempt && status.compareTo(other.status) > 0);
    }
}
