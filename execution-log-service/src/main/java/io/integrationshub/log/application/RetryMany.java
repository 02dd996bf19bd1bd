package io.integrationshub.log.application;

import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.application.BulkRetries.BulkRetry;
import io.integrationshub.log.application.BulkRetries.Item;
import io.integrationshub.log.application.BulkRetries.State;
import io.integrationshub.log.application.RetryExecution.Revision;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.Status;
import io.integrationshub.runtime.jobs.Job;
import io.integrationshub.runtime.jobs.Jobs;
import io.integrationshub.runtime.jobs.Lease;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Retries many failed executions: of each integration only the newest, and only where nothing newer has made it needless. Counted
 * first, then done by a durable job that can be paused and canceled.
 */
@Singleton
public class RetryMany implements Job {
    /** So many at most in one go. */
    public static final int MOST = 1000;

    private static final String NAME = "bulk-retry";
    private static final int CHUNK = 50;
    /** Between two chunks, so that AWS and Commerce are not asked for everything at once. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ReadExecutions executions;
    private final Executions rows;
    private final Retries retries;
    private final RetryExecution retry;
    private final BulkRetries bulks;
    private final Jobs jobs;
    private final Clock clock;

    RetryMany(
            ReadExecutions executions,
            Executions rows,
            Retries retries,
            RetryExecution retry,
            BulkRetries bulks,
            Jobs jobs,
            Clock clock) {
        this.executions = executions;
        this.rows = rows;
        this.retries = retries;
        this.retry = retry;
        this.bulks = bulks;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What is to be done with an execution. */
    public enum Decision {
        RETRY,
        /** A newer execution of its integration succeeded. */
        RECOVERED,
        /** A newer execution of its integration is there. */
        SUPERSEDED,
        /** It was asked for again before. */
        ALREADY_RETRIED,
        /** It did not fail. */
        RUN_NOT_RETRYABLE
    }

    /** An execution with what is to be done. */
    public record Choice(ExecutionSummary execution, Decision decision) {}

    /**
     * What a bulk retry would do.
     *
     * @param version changes when what it would do changes
     * @param more there are more executions than {@link #MOST}; the newest are here
     */
    public record Plan(List<Choice> choices, String version, boolean more) {
        public Plan {
            choices = List.copyOf(choices);
        }

        /** How many of each. */
        public Map<Decision, Long> decisions() {
            return count(Choice::decision, choices);
        }

        /** How many to retry by cause. */
        public Map<String, Long> causes() {
            return count(
                    choice -> Optional.ofNullable(choice.execution().cause())
                            .orElse(choice.execution().status().name()),
                    toRetry());
        }

        /** Those to retry, newest first. */
        public List<Choice> toRetry() {
            return choices.stream()
                    .filter(choice -> choice.decision() == Decision.RETRY)
                    .toList();
        }

        private static <K extends Comparable<K>> Map<K, Long> count(Function<Choice, K> key, List<Choice> choices) {
            return choices.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
        }
    }

    /** What became of the wish. */
    public sealed interface Outcome {
        record Started(BulkRetry bulk) implements Outcome {}

        /** The plan that was looked at is not the one of now. */
        record PlanChanged(Plan now) implements Outcome {}

        /** There is nothing to retry. */
        record Nothing() implements Outcome {}
    }

    /** Plans for chosen executions of a store; unknown ones are left out. */
    public Plan plan(String storeId, Collection<UUID> chosen) {
        Set<UUID> ids = new LinkedHashSet<>(chosen);
        Map<UUID, ExecutionSummary> known = rows.known(ids);
        List<ExecutionSummary> own = ids.stream()
                .map(known::get)
                .filter(execution -> execution != null && execution.storeId().equals(storeId))
                .map(executions::now)
                .toList();
        return plan(own, false);
    }

    /** Plans for whatever passes the filter; of them only what failed. */
    public Plan plan(String storeId, ExecutionFilter filter) {
        List<ExecutionSummary> found = new ArrayList<>();
        Optional<Position> from = Optional.empty();
        do {
            ReadExecutions.Page page = executions.list(storeId, filter.failed(), from, MOST - found.size());
            found.addAll(page.executions());
            from = page.next();
        } while (from.isPresent() && found.size() < MOST);
        return plan(found, from.isPresent());
    }

    private Plan plan(List<ExecutionSummary> found, boolean more) {
        List<Choice> choices = decide(found);
        String text = choices.stream()
                .map(choice -> choice.execution().id() + " " + choice.decision())
                .collect(Collectors.joining("\n"));
        return new Plan(choices, hash(text), more);
    }

    private List<Choice> decide(List<ExecutionSummary> found) {
        Map<UUID, ExecutionSummary> newest =
                rows.newest(found.stream().map(ExecutionSummary::integrationId).collect(Collectors.toSet()));
        Set<UUID> claimed =
                retries.claimed(found.stream().map(ExecutionSummary::id).toList());
        return found.stream()
                .map(execution -> new Choice(
                        execution,
                        decide(
                                execution,
                                newest.getOrDefault(execution.integrationId(), execution),
                                claimed.contains(execution.id()))))
                .toList();
    }

    private static Decision decide(ExecutionSummary execution, ExecutionSummary newest, boolean claimed) {
        if (!execution.status().retryable()) {
            return Decision.RUN_NOT_RETRYABLE;
        }
        if (!newest.id().equals(execution.id())) {
            return newest.status() == Status.SUCCEEDED ? Decision.RECOVERED : Decision.SUPERSEDED;
        }
        return claimed ? Decision.ALREADY_RETRIED : Decision.RETRY;
    }

    /** Starts what was planned, if that is still the plan. */
    public Outcome start(String storeId, Plan plan, String version, String actor, String reason) {
        if (!plan.version().equals(version)) {
            return new Outcome.PlanChanged(plan);
        }
        List<UUID> ids =
                plan.toRetry().stream().map(choice -> choice.execution().id()).toList();
        if (ids.isEmpty()) {
            return new Outcome.Nothing();
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
            jobs.wake(NAME, bulk.id().toString());
        });
        return new Outcome.Started(bulk);
    }

    /** Pauses, resumes or cancels one that has not ended; answers it as it is then, empty when the store has none such. */
    public Optional<BulkRetry> move(String storeId, UUID id, State state) {
        return QuarkusTransaction.requiringNew()
                .call(() -> bulks.lock(id)
                        .filter(bulk -> bulk.storeId().equals(storeId))
                        .map(bulk -> {
                            boolean atWork = bulk.state() == State.RUNNING || bulk.state() == State.PAUSED;
                            if (atWork) {
                                bulks.move(id, state);
                                jobs.wake(NAME, id.toString());
                            }
                            return bulks.find(storeId, id).orElse(bulk);
                        }));
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
        Map<UUID, Decision> decisions = decide(
                        rows.known(items.stream().map(Item::executionId).toList()).values().stream()
                                .map(executions::now)
                                .toList())
                .stream()
                .collect(Collectors.toMap(choice -> choice.execution().id(), Choice::decision));
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
        return switch (retry.inTransaction(
                bulk.storeId(), executionId, Trigger.BULK_RETRY, bulk.actor(), bulk.reason(), Revision.LATEST)) {
            case RetryExecution.Outcome.Requested requested -> "REQUESTED";
            case RetryExecution.Outcome.Unknown refused -> Decision.RUN_NOT_RETRYABLE.name();
            case RetryExecution.Outcome.NotRetryable refused -> Decision.RUN_NOT_RETRYABLE.name();
            case RetryExecution.Outcome.AlreadyRetried refused -> Decision.ALREADY_RETRIED.name();
        };
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
