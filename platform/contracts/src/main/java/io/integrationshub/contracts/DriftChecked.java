package io.integrationshub.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A drift check is over; each difference found was told before as a {@link DriftDetected} with the same {@code seenAt}. What the
 * same service told earlier and not again is gone.
 *
 * @param executionId the execution after which it was made; null for one by schedule or on demand
 * @param found how many differences were told
 */
public record DriftChecked(long generation, @Nullable UUID executionId, Instant seenAt, int found) implements HubEvent {
    @Override
    public String fact() {
        return seenAt.toString();
    }
}
