package io.integrationshub.log.application;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.log.domain.ExecutionSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What keeps failing in the same way: one issue for each cause in a store. */
public interface Issues {

    /** Where an issue stands. MUTED is open but does not ask for attention. */
    enum State {
        OPEN,
        MUTED,
        RESOLVED
    }

    /**
     * @param cause see {@link io.integrationshub.log.domain.ExecutionError#cause}
     * @param message of the last failure
     * @param reopened how often it came back after it had been resolved
     * @param failures how many executions failed this way, ever
     * @param integrations how many integrations have not recovered from it
     * @param lastFailure the newest execution that failed this way
     * @param changedBy who muted or resolved it, or null
     */
    record Issue(
            UUID id,
            String cause,
            State state,
            ErrorClass errorClass,
            String code,
            String service,
            String remedy,
            String message,
            String step,
            Instant openedAt,
            Instant lastAt,
            Instant resolvedAt,
            int reopened,
            long failures,
            int integrations,
            UUID lastFailure,
            String changedBy) {}

    /** Counts these failures, each once ever; opens or reopens their issues. */
    void failed(List<ExecutionSummary> failures);

    /** What failed before these in their integrations has recovered; issues that nothing suffers from any more are resolved. */
    void succeeded(List<ExecutionSummary> successes, Instant now);

    /** Of a store, the one that failed last first; at most 200. */
    List<Issue> list(String storeId, Optional<State> state);

    /** One of this store. */
    Optional<Issue> find(String storeId, UUID id);

    /** A person mutes, unmutes or resolves it. False when the store has none such. */
    boolean move(String storeId, UUID id, State state, String actor, Instant now);
}
