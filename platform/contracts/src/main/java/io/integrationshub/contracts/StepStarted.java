package io.integrationshub.contracts;

import java.util.Map;
import java.util.UUID;

/** A try of a step began. {@code input} holds allow-listed values only, never a secret. */
public record StepStarted(UUID executionId, Step step, Map<String, Object> input) implements StepEvent {
    public StepStarted {
        input = Json.copy(input);
    }

    @Override
    public String fact() {
        return executionId + "/" + step.fact();
    }
}
