package io.integrationshub.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A drift check is over; each difference found was told before as a {@link DriftDetected} with the same {@code seenAt}. What the
 * same service told earlier and not again is gone.
 *
 * @param executionId the execution whose result was checked; null for a check on demand, and it may be null for one by schedule
 * @param found how many differences were told
 */
public record DriftChecked(long generation, @Nullable UUID executionId, Instant seenAt, int found) implements HubEvent {
    @Override
    public String fact() {
        return seenAt.toString();
    }
}
