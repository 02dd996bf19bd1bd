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
    private final Executions executions;
    private final Retries retries;
    private final Announcements announcements;

    RetryExecution(Executions executions, Retries retries, Announcements announcements) {
        this.executions = executions;
        this.retries = retries;
        this.announcements = announcements;
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
     */
    public Outcome retry(String storeId, UUID executionId, String actor, String reason) {
        return QuarkusTransaction.requiringNew()
                .call(() -> executions
                        .find(storeId, executionId)
                        .map(execution -> retry(execution, actor, reason))
                        .orElseGet(Outcome.Unknown::new));
    }

    private Outcome retry(ExecutionSummary execution, String actor, String reason) {
        if (!execution.status().retryable()) {
            return new Outcome.NotRetryable(execution.status());
        }
        Optional<UUID> retriedBy = executions.retryOf(execution.id());
        if (retriedBy.isPresent() || !retries.claim(execution.id(), actor, reason)) {
            return new Outcome.AlreadyRetried(retriedBy);
        }
        announcements.announce(
                execution.storeId(),
                execution.integrationId(),
                null,
                new ExecutionRetryRequested(execution.id(), Trigger.RETRY, actor, reason, null));
        return new Outcome.Requested();
    }
}
