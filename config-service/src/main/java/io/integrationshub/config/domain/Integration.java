package io.integrationshub.config.domain;

import io.integrationshub.contracts.Deletion;
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
 * @param deleting how it was deleted, or null when it was not
 * @param deletedAt when the last of it was gone or given up, or null
 * @param version counts everything that was ever done with it, from 1
 */
public record Integration(
        UUID id,
        String storeId,
        long generation,
        long executions,
        long changes,
        @Nullable Pause paused,
        @Nullable Deleting deleting,
        @Nullable Instant deletedAt,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt) {

    /** Who paused an integration, when and why. */
    public record Pause(Instant since, String by, @Nullable String reason) {}

    /** Who deleted an integration, when and why, and what that person agreed to. */
    public record Deleting(
            Instant since, String by, @Nullable String reason, Deletion deletion) {}

    /** A new integration, before its first execution. */
    public static Integration created(UUID id, String storeId, String actor, Instant now) {
        return new Integration(id, storeId, 1, 0, 0, null, null, null, 1, now, actor, now);
    }

    public Integration withGeneration(long newGeneration, Instant now) {
        return with(newGeneration, executions, changes, paused, deleting, deletedAt, now);
    }

    public Integration withNextExecution(Instant now) {
        return with(generation, executions + 1, changes, paused, deleting, deletedAt, now);
    }

    /** Paused, or enabled again with null. */
    public Integration withPause(@Nullable Pause pause, Instant now) {
        return with(generation, executions, changes + 1, pause, deleting, deletedAt, now);
    }

    /** On its way out, from which there is no way back. */
    public Integration withDeleting(Deleting how) {
        return with(generation, executions, changes, paused, how, deletedAt, how.since());
    }

    /** Gone: only its history is left. */
    public Integration withDeleted(Instant now) {
        return with(generation, executions, changes, paused, deleting, now, now);
    }

    private Integration with(
            long newGeneration,
            long newExecutions,
            long newChanges,
            @Nullable Pause pause,
            @Nullable Deleting how,
            @Nullable Instant gone,
            Instant now) {
        return new Integration(
                id,
                storeId,
                newGeneration,
                newExecutions,
                newChanges,
                pause,
                how,
                gone,
                version + 1,
                createdAt,
                createdBy,
                now);
    }
}
