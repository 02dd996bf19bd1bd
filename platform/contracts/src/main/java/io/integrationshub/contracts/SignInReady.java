package io.integrationshub.contracts;

import java.util.List;
import java.util.UUID;

/**
 * Callbacks are registered and the sign-in path answers: the execution succeeded. By provisioner-service.
 *
 * @param writes how many changes the whole execution made at AWS; with those of the steps of commerce-sso-service, 0 means
 *     that everything was already as wanted
 */
public record SignInReady(
        long generation, Execution execution, UserPool userPool, String signInHost, List<WiredRealm> realms, int writes)
        implements HubEvent {
    public SignInReady {
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
