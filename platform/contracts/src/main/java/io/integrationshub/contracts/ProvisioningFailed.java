package io.integrationshub.contracts;

import java.util.UUID;

/**
 * The execution failed for good. By provisioner-service.
 *
 * @param step name of the step it failed at
 */
public record ProvisioningFailed(long generation, Execution execution, String step, Failure failure)
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
