package io.integrationshub.contracts;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A try of a step ended well.
 *
 * @param output allow-listed values only, never a secret
 * @param writes how many changes the step made outside; 0 when everything was as it should be
 * @param durationMs milliseconds, by a monotonic clock
 */
public record StepSucceeded(
        UUID executionId, Step step, Instant startedAt, long durationMs, int writes, Map<String, Object> output)
        implements StepEvent {
    public StepSucceeded {
        output = Json.copy(output);
    }

    @Override
    public String fact() {
        return executionId + "/" + step.fact();
    }
}
