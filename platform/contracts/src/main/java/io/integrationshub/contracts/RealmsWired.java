package io.integrationshub.contracts;

import java.util.List;
import java.util.UUID;

/** An OIDC profile exists in every enabled realm, and in no other one that we made it in. By commerce-sso-service. */
public record RealmsWired(long generation, Execution execution, List<WiredRealm> realms) implements HubEvent {
    public RealmsWired {
        realms = List.copyOf(realms);
    }

    @Override
    public UUID executionId() {
        return execution.id();
    }

    @Override
    public String fact() {
        return execution.id().toString();
    }
}
