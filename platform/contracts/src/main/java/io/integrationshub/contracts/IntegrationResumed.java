package io.integrationshub.contracts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work may go on again. Published by config-service.
 *
 * @param change counts the lifecycle changes of the integration, so that a late copy never undoes a newer one
 */
public record IntegrationResumed(
        long change, String actor, @Nullable String reason) implements HubEvent {
    @Override
    public UUID executionId() {
        return null;
    }

    @Override
    public String fact() {
        return Long.toString(change);
    }
}
