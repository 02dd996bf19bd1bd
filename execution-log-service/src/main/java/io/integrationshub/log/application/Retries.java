package io.integrationshub.log.application;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Which executions somebody asked for again. */
public interface Retries {

    /** Notes that it was asked for; false when it had been before. Concurrent callers wait for each other: one gets true. */
    boolean claim(UUID executionId, String actor, String reason);

    /** Which of these were asked for. */
    Set<UUID> claimed(Collection<UUID> executionIds);

    /** True when it was asked for. */
    boolean claimed(UUID executionId);
}
