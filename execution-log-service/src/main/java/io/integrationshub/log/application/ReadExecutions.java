package io.integrationshub.log.application;

import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.History;
import io.integrationshub.log.domain.RecordedFact;
import io.integrationshub.log.domain.Successor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Answers what happened in a store. */
@ApplicationScoped
public class ReadExecutions {
    private final Facts facts;
    private final Executions executions;
    private final Retries retries;
    private final AutomaticRetries automatic;
    private final LogConfig config;
    private final Clock clock;

    ReadExecutions(
            Facts facts,
            Executions executions,
            Retries retries,
            AutomaticRetries automatic,
            LogConfig config,
            Clock clock) {
        this.facts = facts;
        this.executions = executions;
        this.retries = retries;
        this.automatic = automatic;
        this.config = config;
        this.clock = clock;
    }

    /** A page of executions, newest first. */
    public Page list(String storeId, ExecutionFilter filter, Optional<Position> after, int limit) {
        Instant silentSince = silentSince();
        Executions.Found found = executions.list(storeId, filter, after, limit + 1, silentSince);
        List<ExecutionSummary> shown = found.executions().stream()
                .limit(limit)
                .map(execution -> execution.at(silentSince))
                .toList();
        return found.executions().size() > limit
                ? new Page(shown, Optional.of(Position.behind(shown.getLast())), Optional.empty())
                : new Page(shown, found.searchedTo(), found.searchedTo().map(Position::requestedAt));
    }

    /** What was said about an execution, in no order. */
    public List<RecordedFact> facts(ExecutionSummary execution) {
        return facts.of(List.of(execution.id())).getOrDefault(execution.id(), List.of()).stream()
                .filter(fact -> fact.integrationId().equals(execution.integrationId()))
                .toList();
    }

    /** An execution as it stands now. */
    ExecutionSummary now(ExecutionSummary execution) {
        return execution.at(silentSince());
    }

    /** Linked executions, oldest first, the asked one among them; empty when the store has no such execution. */
    public List<ExecutionSummary> lineage(String storeId, UUID executionId) {
        return executions.find(storeId, executionId).isEmpty()
                ? List.of()
                : executions.lineage(storeId, executionId).stream()
                        .map(execution -> execution.at(silentSince()))
                        .toList();
    }

    /** An execution of this store, as it stands now. */
    public Optional<ExecutionSummary> find(String storeId, UUID executionId) {
        return executions.find(storeId, executionId).map(execution -> execution.at(silentSince()));
    }

    /**
     * The story of an execution of this store. Once its history is too old to be kept there are no steps and no logs, see
     * {@link History#purged}.
     */
    public Optional<History> history(String storeId, UUID executionId) {
        return executions.find(storeId, executionId).map(this::history);
    }

    History history(ExecutionSummary execution) {
        List<RecordedFact> own = facts.of(List.of(execution.id())).getOrDefault(execution.id(), List.of());
        History history = History.of(own, successor(execution))
                .orElseGet(() -> History.purged(execution))
                .at(silentSince());
        return execution.retryOf() == null ? history : history.reusing(madeBefore(execution));
    }

    /** The steps that made something in the executions that this one tries again. */
    private Set<String> madeBefore(ExecutionSummary execution) {
        List<UUID> earlier = executions.lineage(execution.storeId(), execution.id()).stream()
                .filter(linked -> linked.number() < execution.number())
                .map(ExecutionSummary::id)
                .toList();
        return facts.of(earlier).values().stream()
                .flatMap(story -> History.of(story, Optional.empty()).stream())
                .flatMap(history -> history.made().stream())
                .collect(Collectors.toSet());
    }

    /** The story of the execution of the same integration before this one. */
    public Optional<History> previous(ExecutionSummary execution) {
        return executions
                .before(execution.integrationId(), execution.number())
                .flatMap(before -> history(execution.storeId(), before.id()));
    }

    private Instant silentSince() {
        return clock.instant().minus(config.lease());
    }

    /** The automatic retry that follows an execution, if one does. */
    public Optional<AutomaticRetries.AutomaticRetry> automaticRetry(UUID executionId) {
        return automatic.after(executionId);
    }

    /** Whether somebody asked for an execution again, and what came of it. */
    public RetryState retry(UUID executionId) {
        return new RetryState(retries.claimed(executionId), executions.retryOf(executionId));
    }

    private Optional<Successor> successor(ExecutionSummary execution) {
        Executions.Place place = new Executions.Place(execution.id(), execution.integrationId(), execution.number());
        return Optional.ofNullable(executions.after(List.of(place)).get(execution.id()))
                .map(next -> new Successor(next.id(), next.requestedAt()));
    }

    /**
     * @param requested somebody asked for it
     * @param retriedBy the execution that tries it again, once it is known
     */
    public record RetryState(boolean requested, Optional<UUID> retriedBy) {}

    /**
     * A page of a list, and where the next one begins.
     *
     * @param searchedTo everything since then was looked at, older executions were not; empty when that is not the reason why the
     *     page ends
     */
    public record Page(List<ExecutionSummary> executions, Optional<Position> next, Optional<Instant> searchedTo) {
        public Page {
            executions = List.copyOf(executions);
        }
    }
}
