package io.integrationshub.contracts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of a deletion: the pool is gone, or kept as wanted. By provisioner-service.
 *
 * @param userPoolId null when there never was a pool
 * @param message why it was kept, for a person
 */
public record PoolRemoved(
        long generation,
        Execution execution,
        @Nullable String userPoolId,
        DeletionPolicy outcome,
        @Nullable String message)
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
