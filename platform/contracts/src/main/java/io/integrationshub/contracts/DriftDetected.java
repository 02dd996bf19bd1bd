package io.integrationshub.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Outside reality differs from what was applied.
 *
 * @param resource for example {@code cognito.UserPoolClient}
 * @param field path of the member, or null when the whole resource is meant
 */
public record DriftDetected(
        long generation,
        @Nullable UUID executionId,
        String resource,
        @Nullable String field,
        DriftKind kind,
        Instant seenAt)
        implements HubEvent {
    @Override
    public String fact() {
        return resource + "/" + field + "/" + kind + "/" + seenAt;
    }
}
