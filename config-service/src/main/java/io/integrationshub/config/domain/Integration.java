package io.integrationshub.config.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An integration of a store.
 *
 * @param generation number of its latest revision, from 1
 * @param executions how many executions it has had: the number of the latest one
 * @param changes how often it was paused or resumed
 * @param paused how it was paused, or null when it is enabled
 */
public record Integration(
        UUID id,
        String storeId,
        long generation,
        long executions,
        long changes,
        @Nullable Pause paused,
        Instant createdAt,
        String createdBy,
        Instant updatedAt) {

    /** Who paused an integration, when and why. */
    public record Pause(Instant since, String by, @Nullable String reason) {}

    /** A new integration, before its first execution. */
    public static Integration created(UUID id, String storeId, String actor, Instant now) {
        return new Integration(id, storeId, 1, 0, 0, null, now, actor, now);
    }

    public Integration withGeneration(long newGeneration, Instant now) {
        return new Integration(id, storeId, newGeneration, executions, changes, paused, createdAt, createdBy, now);
    }

    public Integration withNextExecution(Instant now) {
        return new Integration(id, storeId, generation, executions + 1, changes, paused, createdAt, createdBy, now);
    }

    /** Paused, or enabled again with null. */
    public Integration withPause(@Nullable Pause pause, Instant now) {
        return new Integration(id, storeId, generation, executions, changes + 1, pause, createdAt, createdBy, now);
    }
}
