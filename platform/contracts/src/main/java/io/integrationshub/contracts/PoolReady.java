package io.integrationshub.contracts;

import java.util.UUID;

/** User pool, domain and app client exist and match the spec; the callbacks are still to come. By provisioner-service. */
public record PoolReady(long generation, Execution execution, IntegrationSpec spec, UserPool userPool)
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
