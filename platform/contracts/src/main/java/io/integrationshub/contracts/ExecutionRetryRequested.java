package io.integrationshub.contracts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person wants a failed execution again, with the latest revision of its integration. Published by execution-log-service, done
 * by config-service.
 *
 * @param executionId the execution to try again
 * @param reason what that person wrote, or null
 */
public record ExecutionRetryRequested(
        UUID executionId,
        Trigger trigger,
        String actor,
        @Nullable String reason) implements HubEvent {
    @Override
    public String fact() {
        // One retry per execution: a second request is the same fact.
        return executionId.toString();
    }
}
