package io.integrationshub.contracts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person wants a failed execution again. Published by execution-log-service, done by config-service.
 *
 * @param executionId the execution to try again
 * @param reason what that person wrote, or null
 * @param generation the revision to try, null for the latest
 */
public record ExecutionRetryRequested(
        UUID executionId,
        Trigger trigger,
        String actor,
        @Nullable String reason,
        @Nullable Long generation) implements HubEvent {
    @Override
    public String fact() {
        // One retry per execution: a second request is the same fact.
        return executionId.toString();
    }
}
