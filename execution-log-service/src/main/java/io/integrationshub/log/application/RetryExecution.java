package io.integrationshub.log.application;

import io.integrationshub.contracts.ExecutionRetryRequested;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.Status;
import io.integrationshub.runtime.events.Announcements;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Asks for a failed execution again, on a person's behalf. config-service answers with a new execution. */
@ApplicationScoped
public class RetryExecution {
    private final ReadExecutions executions;
    private final Retries retries;
    private final Announcements announcements;

    RetryExecution(ReadExecutions executions, Retries retries, Announcements announcements) {
        this.executions = executions;
        this.retries = retries;
        this.announcements = announcements;
    }

    /** Which revision of the configuration a retry runs. */
    public enum Revision {
        /** The one of the failed execution. */
        SAME,
        /** As the integration is configured now. */
        LATEST
    }

    /** What became of the wish. */
    public sealed interface Outcome {
        /** It is announced, and will be so once. */
        record Requested() implements Outcome {}

        /** There is no such execution in the store. */
        record Unknown() implements Outcome {}

        /** It did not fail. */
        record NotRetryable(Status status) implements Outcome {}

        /** Somebody was faster; {@code retriedBy} is the new execution, once it is known. */
        record AlreadyRetried(Optional<UUID> retriedBy) implements Outcome {}
    }

    /**
     * Asks for it, at most once for each execution, however many ask at the same time.
     *
     * @param actor who asks
     * @param reason what that person wrote, or null
     * @param revision the one to run
     */
    public Outcome retry(String storeId, UUID executionId, String actor, String reason, Revision revision) {
        return QuarkusTransaction.requiringNew()
                .call(() -> inTransaction(storeId, executionId, Trigger.RETRY, actor, reason, revision));
    }

    /** The same in the caller's transaction. */
    Outcome inTransaction(
            String storeId, UUID executionId, Trigger trigger, String actor, String reason, Revision revision) {
        return executions
                .find(storeId, executionId)
                .map(execution -> retry(execution, trigger, actor, reason, revision))
                .orElseGet(Outcome.Unknown::new);
    }

    private Outcome retry(ExecutionSummary execution, Trigger trigger, String actor, String reason, Revision revision) {
        if (!execution.status().retryable()) {
            return new Outcome.NotRetryable(execution.status());
        }
        Optional<UUID> retriedBy = executions.retry(execution.id()).retriedBy();
        if (retriedBy.isPresent() || !retries.claim(execution.id(), actor, reason)) {
            return new Outcome.AlreadyRetried(retriedBy);
        }
        announcements.announce(
                execution.storeId(),
                execution.integrationId(),
                null,
                new ExecutionRetryRequested(
                        execution.id(),
                        trigger,
                        actor,
                        reason,
                        revision == Revision.SAME ? (Long) execution.generation() : null));
        return new Outcome.Requested();
    }
}
