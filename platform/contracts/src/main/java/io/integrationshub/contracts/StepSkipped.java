package io.integrationshub.contracts;

import java.util.UUID;

/** A step was not needed, and why (for a person). */
public record StepSkipped(UUID executionId, Step step, String reason) implements StepEvent {
    @Override
    public String fact() {
        return executionId + "/" + step.fact();
    }
}
