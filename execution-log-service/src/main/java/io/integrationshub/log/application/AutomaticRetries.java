package io.integrationshub.log.application;

import io.integrationshub.log.domain.ExecutionSummary;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Executions that failed and are tried again by themselves. */
public interface AutomaticRetries {

    /** Where an automatic retry stands. */
    enum State {
        WAITING,
        REQUESTED,
        CANCELED
    }

    /**
     * The retry that follows an execution.
     *
     * @param nth 1 for the first retry of the execution that people asked for
     * @param attempts at most so many
     * @param canceledBy the newer execution that made it needless, or null
     */
    record AutomaticRetry(
            UUID executionId,
            String storeId,
            UUID integrationId,
            int nth,
            int attempts,
            Instant dueAt,
            State state,
            UUID canceledBy) {}

    /** The retry that follows this execution, if one does. */
    Optional<AutomaticRetry> after(UUID executionId);

    /** Plans it; false when one was planned for this execution before. */
    boolean plan(ExecutionSummary failed, int nth, int attempts, Instant dueAt);

    /** Cancels what waits after executions of these ones' integrations that are older than they. */
    void cancelBefore(Collection<ExecutionSummary> newer);

    /** Ends the wait. */
    void end(UUID executionId, State state, UUID canceledBy);
}
