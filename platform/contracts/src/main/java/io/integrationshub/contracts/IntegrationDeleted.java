package io.integrationshub.contracts;

import java.util.UUID;

/** Unwire the realms, then keep or delete the user pool as the policy says. Published by config-service. */
public record IntegrationDeleted(long generation, Execution execution, IntegrationSpec spec, Deletion deletion)
        implements HubEvent {
    @Override
    public UUID executionId() {
        return execution.id();
    }

    @Override
    public String fact() {
        return execution.id().toString();
    }
}
