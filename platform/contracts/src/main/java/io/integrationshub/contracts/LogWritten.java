package io.integrationshub.contracts;

import java.util.UUID;

/**
 * A line of an execution's log.
 *
 * @param line its number within this try of the step, from 1
 * @param message redacted
 */
public record LogWritten(UUID executionId, Step step, int line, Severity severity, String message)
        implements StepEvent {
    @Override
    public String fact() {
        return executionId + "/" + step.fact() + "/" + line;
    }
}
