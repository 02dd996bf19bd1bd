package io.integrationshub.contracts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * No new work for this integration until it is resumed. Published by config-service.
 *
 * @param change counts the lifecycle changes of the integration, so that a late copy never undoes a newer one
 */
public record IntegrationPaused(
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
