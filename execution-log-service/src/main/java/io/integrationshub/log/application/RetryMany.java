package io.integrationshub.log.application;

import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.application.Audit.Action;
import io.integrationshub.log.application.Audit.Deed;
import io.integrationshub.log.application.BulkPlan.Decision;
import io.integrationshub.log.application.BulkRetries.BulkRetry;
import io.integrationshub.log.application.BulkRetries.Item;
import io.integrationshub.log.application.BulkRetries.State;
import io.integrationshub.log.application.PreviewRetry.Revision;
import io.integrationshub.log.application.RetryExecution.Wish;
import io.integrationshub.runtime.jobs.Job;
import io.integrationshub.runtime.jobs.Jobs;
import io.integrationshub.runtime.jobs.Lease;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Retries what a {@link BulkPlan} says, with a durable job that can be paused and canceled. */
@Singleton
public class RetryMany implements Job {
    private static final String NAME = "bulk-retry";
    private static final int CHUNK = 50;
    /** Between two chunks, so that AWS and Commerce are not asked for everything at once. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final PlanBulkRetry plans;
    private final RetryExecution retry;
    private final BulkRetries bulks;
    private final Audit audit;
    private final Jobs jobs;
    private final Clock clock;

    RetryMany(PlanBulkRetry plans, RetryExecution retry, BulkRetries bulks, Audit audit, Jobs jobs, Clock clock) {
        this.audit = audit;
        this.plans = plans;
        this.retry = retry;
        this.bulks = bulks;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What became of the wish. */
    public sealed interface Outcome {
        record Started(BulkRetry bulk) implements Outcome {}

        /** The plan that was looked at is not the one of now. */
        record PlanChanged(BulkPlan now) implements Outcome {}

        /** Something may change twice, and nobody has said that this is known. */
        record ConfirmationRequired(long executions) implements Outcome {}

        /** There is nothing to retry. */
        record Nothing() implements Outcome {}
    }

    /**
     * Starts what was planned, if that is still the plan.
     *
     * @param confirmed it is known what may change twice
     */
    public Outcome start(
            String storeId, BulkPlan plan, String version, String actor, String reason, boolean confirmed) {
        if (!plan.version().equals(version)) {
            return new Outcome.PlanChanged(plan);
        }
        List<UUID> ids = plan.ids();
        if (ids.isEmpty()) {
            return new Outcome.Nothing();
        }
        if (plan.mayChangeTwice() > 0 && !confirmed) {
            return new Outcome.ConfirmationRequired(plan.mayChangeTwice());
        }
        BulkRetry bulk = new BulkRetry(
                UUID.randomUUID(),
                storeId,
                actor,
                reason,
                State.RUNNING,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                ids.size(),
                0,
                0);
        QuarkusTransaction.requiringNew().run(() -> {
            bulks.add(bulk, ids);
            String size = ids.size() + " executions" + (reason == null ? "" : ": " + reason);
            audit.note(
                    storeId,
                    new Deed(actor, Action.BULK_RETRY_STARTED, bulk.id().toString(), size));
            jobs.wake(NAME, bulk.id().toString());
        });
        return new Outcome.Started(bulk);
    }

    /** Pauses, resumes or cancels one that has not ended; answers it as it is then, empty when the store has none such. */
    public Optional<BulkRetry> move(String storeId, UUID id, State state, String actor) {
        return QuarkusTransaction.requiringNew()
                .call(() -> bulks.lock(id)
                        .filter(bulk -> bulk.storeId().equals(storeId))
                        .map(bulk -> {
                            boolean atWork = bulk.state() == State.RUNNING || bulk.state() == State.PAUSED;
                            if (atWork) {
                                bulks.move(id, state);
                                audit.note(storeId, new Deed(actor, action(state), id.toString(), null));
                                jobs.wake(NAME, id.toString());
                            }
                            return bulks.find(storeId, id).orElse(bulk);
                        }));
    }

    private static Action action(State state) {
        return switch (state) {
            case PAUSED -> Action.BULK_RETRY_PAUSED;
            case RUNNING -> Action.BULK_RETRY_RESUMED;
            case CANCELED, DONE -> Action.BULK_RETRY_CANCELED;
        };
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String key, Lease lease) {
        boolean more = QuarkusTransaction.requiringNew().call(() -> {
            lease.requireHeld();
            return bulks.lock(UUID.fromString(key))
                    .filter(bulk -> bulk.state() == State.RUNNING)
                    .map(this::chunk)
                    .orElse(false);
        });
        return more ? new Next.At(clock.instant().plus(PAUSE)) : Next.DONE;
    }

    /** True when there is more to do. */
    private boolean chunk(BulkRetry bulk) {
        List<Item> items = bulks.pending(bulk.id(), CHUNK);
        if (items.isEmpty()) {
            bulks.move(bulk.id(), State.DONE);
            return false;
        }
        Map<UUID, Decision> decisions =
                plans.decisions(items.stream().map(Item::executionId).toList());
        for (Item item : items) {
            Decision decision = decisions.getOrDefault(item.executionId(), Decision.RUN_NOT_RETRYABLE);
            bulks.done(
                    bulk.id(),
                    item.position(),
                    decision == Decision.RETRY ? request(bulk, item.executionId()) : decision.name());
        }
        return true;
    }

    private String request(BulkRetry bulk, UUID executionId) {
        // Whoever started it has seen the plan, and confirmed what had to be.
        Wish wish = new Wish(Trigger.BULK_RETRY, bulk.actor(), bulk.reason(), Revision.LATEST, null, true);
        return switch (retry.inTransaction(bulk.storeId(), executionId, wish)) {
            case RetryExecution.Outcome.Requested requested -> "REQUESTED";
            case RetryExecution.Outcome.Unknown unknown -> Decision.RUN_NOT_RETRYABLE.name();
            case RetryExecution.Outcome.Refused refused ->
                refused.refusal().code().name();
        };
    }
}
