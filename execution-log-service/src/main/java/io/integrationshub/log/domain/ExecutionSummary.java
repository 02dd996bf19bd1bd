package io.integrationshub.log.domain;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Trigger;
import java.time.Instant;
import java.util.UUID;

/**
 * An execution in one row.
 *
 * @param instance name of the integration's instance on screen
 * @param number counts the executions of the integration
 * @param actor who asked for it
 * @param reason what that person wrote, or null
 * @param retryOf the execution this one tries again, or null
 * @param supersededBy the execution that replaced it, or null unless CANCELED
 * @param startedAt when its first step began, or null
 * @param endedAt when it ended, or null
 * @param durationMs milliseconds from its first step (or its request) to its end, or null
 * @param nextAttemptAt when the hub goes on by itself; null unless RETRY_PENDING
 * @param writes changes made outside by all attempts of all steps
 * @param heardAt when something was last heard of it
 * @param error why it failed or waits; null otherwise
 */
public record ExecutionSummary(
        UUID id,
        String storeId,
        UUID integrationId,
        String instance,
        long number,
        long generation,
        Trigger trigger,
        String actor,
        String reason,
        UUID retryOf,
        UUID supersededBy,
        Status status,
        Instant requestedAt,
        Instant startedAt,
        Instant endedAt,
        Long durationMs,
        Instant nextAttemptAt,
        int writes,
        Instant heardAt,
        ExecutionError error) {

    /** What failed in the same way has the same cause; null unless FAILED. */
    public String cause() {
        return status == Status.FAILED && error != null ? error.cause() : null;
    }

    /** True when it ended without anybody knowing what its last write did. */
    public boolean mayChangeTwice() {
        return status == Status.INTERRUPTED
                || (status == Status.FAILED && error != null && error.errorClass() == ErrorClass.UNKNOWN_OUTCOME);
    }

    /** As it stands now: INTERRUPTED when it was at work and nothing has been heard of it since {@code silentSince}. */
    public ExecutionSummary at(Instant silentSince) {
        return interrupted(silentSince)
                ? new ExecutionSummary(
                        id,
                        storeId,
                        integrationId,
                        instance,
                        number,
                        generation,
                        trigger,
                        actor,
                        reason,
                        retryOf,
                        supersededBy,
                        Status.INTERRUPTED,
                        requestedAt,
                        startedAt,
                        null,
                        null,
                        nextAttemptAt,
                        writes,
                        heardAt,
                        error)
                : this;
    }

    private boolean interrupted(Instant silentSince) {
        if (status != Status.RUNNING && status != Status.RETRY_PENDING) {
            return false;
        }
        Instant due = nextAttemptAt != null && nextAttemptAt.isAfter(heardAt) ? nextAttemptAt : heardAt;
        return due.isBefore(silentSince);
    }
}
