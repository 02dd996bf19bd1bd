package io.integrationshub.contracts;

import java.util.UUID;

/**
 * This spec is wanted, and this execution is to bring it about. Published by config-service.
 *
 * @param generation counts the revisions of the spec, from 1; a retry repeats the generation with a new execution
 */
public record IntegrationConfigured(long generation, Execution execution, IntegrationSpec spec) implements HubEvent {
    @Override
    public UUID executionId() {
        return execution.id();
    }

    @Override
    public String fact() {
        return execution.id().toString();
    }
}
