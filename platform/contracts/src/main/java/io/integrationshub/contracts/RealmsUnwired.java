package io.integrationshub.contracts;

import java.util.UUID;

/** Everything we had made in the store is gone again; the first half of a deletion. By commerce-sso-service. */
public record RealmsUnwired(long generation, Execution execution, IntegrationSpec spec, Deletion deletion)
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
