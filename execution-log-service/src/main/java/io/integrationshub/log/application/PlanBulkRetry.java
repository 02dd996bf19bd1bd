package io.integrationshub.log.application;

import io.integrationshub.log.application.BulkPlan.Choice;
import io.integrationshub.log.application.BulkPlan.Decision;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Decides which of many executions a bulk retry is about: of each integration only the newest, and only where it is needed. */
@ApplicationScoped
public class PlanBulkRetry {
    /** So many at most in one go. */
    public static final int MOST = 1000;

    private final ReadExecutions executions;
    private final Executions rows;
    private final Retries retries;
    private final Facts facts;

    PlanBulkRetry(ReadExecutions executions, Executions rows, Retries retries, Facts facts) {
        this.executions = executions;
        this.rows = rows;
        this.retries = retries;
        this.facts = facts;
    }

    /** Plans for chosen executions of a store; unknown ones are left out. */
    public BulkPlan plan(String storeId, Collection<UUID> chosen) {
        Set<UUID> ids = new LinkedHashSet<>(chosen);
        Map<UUID, ExecutionSummary> known = rows.known(ids);
        List<ExecutionSummary> own = ids.stream()
                .map(known::get)
                .filter(execution -> execution != null && execution.storeId().equals(storeId))
                .map(executions::now)
                .toList();
        return BulkPlan.of(decide(own), false);
    }

    /** Plans for whatever passes the filter; of them only what failed. */
    public BulkPlan plan(String storeId, ExecutionFilter filter) {
        List<ExecutionSummary> found = new ArrayList<>();
        Optional<Position> from = Optional.empty();
        do {
            ReadExecutions.Page page = executions.list(storeId, filter.failed(), from, MOST - found.size());
            found.addAll(page.executions());
            from = page.next();
        } while (from.isPresent() && found.size() < MOST);
        return BulkPlan.of(decide(found), from.isPresent());
    }

    /** What is to be done with these now; unknown ones are absent. */
    Map<UUID, Decision> decisions(Collection<UUID> executionIds) {
        List<ExecutionSummary> known =
                rows.known(executionIds).values().stream().map(executions::now).toList();
        return decide(known).stream()
                .collect(Collectors.toMap(choice -> choice.execution().id(), Choice::decision));
    }

    private List<Choice> decide(List<ExecutionSummary> found) {
        List<UUID> ids = found.stream().map(ExecutionSummary::id).toList();
        Map<UUID, ExecutionSummary> newest =
                rows.newest(found.stream().map(ExecutionSummary::integrationId).collect(Collectors.toSet()));
        Set<UUID> claimed = retries.claimed(ids);
        Set<UUID> kept = facts.kept(ids);
        return found.stream()
                .map(execution -> new Choice(
                        execution,
                        decide(
                                execution,
                                newest.getOrDefault(execution.integrationId(), execution),
                                claimed.contains(execution.id()),
                                kept.contains(execution.id()))))
                .toList();
    }

    private static Decision decide(ExecutionSummary execution, ExecutionSummary newest, boolean claimed, boolean kept) {
        if (!execution.status().retryable()) {
            return Decision.RUN_NOT_RETRYABLE;
        }
        if (!newest.id().equals(execution.id())) {
            return newest.status() == Status.SUCCEEDED ? Decision.RECOVERED : Decision.SUPERSEDED;
        }
        if (claimed) {
            return Decision.ALREADY_RETRIED;
        }
        return kept ? Decision.RETRY : Decision.HISTORY_PURGED;
    }
}
