package io.integrationshub.log.application;

import io.integrationshub.contracts.AutomaticRetry;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.application.AutomaticRetries.State;
import io.integrationshub.log.application.Executions.Place;
import io.integrationshub.log.application.PreviewRetry.Revision;
import io.integrationshub.log.application.RetryExecution.Wish;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.Status;
import io.integrationshub.runtime.jobs.Job;
import io.integrationshub.runtime.jobs.Jobs;
import io.integrationshub.runtime.jobs.Lease;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tries failed executions again, as their integration's policy says. The wait is a durable job; a newer execution of the
 * integration, whoever asked for it, cancels it.
 */
@Singleton
public class RetryAutomatically implements Follower, Job {
    private static final String NAME = "automatic-retry";
    private static final Duration LONGEST = Duration.ofHours(24);

    private final AutomaticRetries retries;
    private final Executions executions;
    private final RetryExecution retry;
    private final Jobs jobs;

    RetryAutomatically(AutomaticRetries retries, Executions executions, RetryExecution retry, Jobs jobs) {
        this.retries = retries;
        this.executions = executions;
        this.retry = retry;
        this.jobs = jobs;
    }

    @Override
    public void follow(List<Change> changes) {
        List<ExecutionSummary> begun = changes.stream()
                .filter(change -> change.before().isEmpty())
                .map(Change::after)
                .toList();
        if (!begun.isEmpty()) {
            retries.cancelBefore(begun);
        }
        List<Change> failed = changes.stream()
                .filter(change -> change.outline().automaticRetry() != null && change.became(Status.FAILED))
                .toList();
        if (!failed.isEmpty()) {
            Set<UUID> replaced = executions
                    .after(failed.stream().map(change -> place(change.after())).toList())
                    .keySet();
            failed.stream()
                    .filter(change -> !replaced.contains(change.after().id()))
                    .forEach(change -> plan(change.after(), change.outline().automaticRetry()));
        }
    }

    private void plan(ExecutionSummary failed, AutomaticRetry policy) {
        int nth = 1 + earlier(failed);
        if (nth <= policy.attempts()) {
            Instant due = failed.endedAt().plus(pause(policy, nth));
            if (retries.plan(failed, nth, policy.attempts(), due)) {
                jobs.wakeAt(NAME, failed.id().toString(), due);
            }
        }
    }

    /** How many automatic retries led to this execution. */
    private int earlier(ExecutionSummary execution) {
        return execution.trigger() == Trigger.AUTO_RETRY && execution.retryOf() != null
                ? retries.after(execution.retryOf())
                        .map(AutomaticRetries.AutomaticRetry::nth)
                        .orElse(0)
                : 0;
    }

    /** The time before the nth retry. */
    static Duration pause(AutomaticRetry policy, int nth) {
        Duration first = Duration.ofMinutes(policy.minutes());
        if (!policy.exponential()) {
            return first;
        }
        Duration pause = first.multipliedBy(1L << Math.min(nth - 1, 20));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String key, Lease lease) {
        QuarkusTransaction.requiringNew().run(() -> {
            lease.requireHeld();
            retries.after(UUID.fromString(key))
                    .filter(planned -> planned.state() == State.WAITING)
                    .ifPresent(this::request);
        });
        return Next.DONE;
    }

    private void request(AutomaticRetries.AutomaticRetry planned) {
        UUID id = planned.executionId();
        Optional<UUID> newer = executions
                .find(planned.storeId(), id)
                .flatMap(failed -> Optional.ofNullable(
                        executions.after(List.of(place(failed))).get(id)))
                .map(Executions.Next::id);
        if (newer.isPresent()) {
            retries.end(id, State.CANCELED, newer.get());
            return;
        }
        String reason = "Automatic retry %d of %d".formatted(planned.nth(), planned.attempts());
        Wish wish = new Wish(Trigger.AUTO_RETRY, "automatic retry", reason, Revision.LATEST, null, true);
        switch (retry.inTransaction(planned.storeId(), id, wish)) {
            case RetryExecution.Outcome.Requested requested -> retries.end(id, State.REQUESTED, null);
            case RetryExecution.Outcome.Unknown unknown -> retries.end(id, State.CANCELED, null);
            case RetryExecution.Outcome.Refused refused ->
                retries.end(id, State.CANCELED, refused.refusal().instead().orElse(null));
        }
    }

    private static Place place(ExecutionSummary execution) {
        return new Place(execution.id(), execution.integrationId(), execution.number());
    }
}
