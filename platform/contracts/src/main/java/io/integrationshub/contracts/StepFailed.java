package io.integrationshub.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A try of a step failed.
 *
 * @param durationMs milliseconds, by a monotonic clock
 * @param nextAttemptAt when it is tried again by itself; null when this was the last try of the execution
 */
public record StepFailed(
        UUID executionId,
        Step step,
        Instant startedAt,
        long durationMs,
        Failure failure,
        @Nullable Instant nextAttemptAt)
        implements StepEvent {
    @Override
    public String fact() {
        return executionId + "/" + step.fact();
    }
}
