package io.integrationshub.log.application;

import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.History;
import io.integrationshub.log.domain.Successor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers what happened in a store. */
@ApplicationScoped
public class ReadExecutions {
    private final Facts facts;
    private final Executions executions;
    private final Retries retries;

    ReadExecutions(Facts facts, Executions executions, Retries retries) {
        this.facts = facts;
        this.executions = executions;
        this.retries = retries;
    }

    /** A page of executions, newest first. */
    public Page list(String storeId, ExecutionFilter filter, Optional<Position> after, int limit) {
        List<ExecutionSummary> found = executions.list(storeId, filter, after, limit + 1);
        if (found.size() <= limit) {
            return new Page(found, Optional.empty());
        }
        List<ExecutionSummary> page = found.subList(0, limit);
        return new Page(page, Optional.of(Position.behind(page.getLast())));
    }

    /** The story of an execution of this store. */
    public Optional<History> history(String storeId, UUID executionId) {
        return executions
                .find(storeId, executionId)
                .flatMap(found -> History.of(
                        facts.of(List.of(executionId)).getOrDefault(executionId, List.of()), successor(found)));
    }

    /** Whether somebody asked for an execution again, and what came of it. */
    public RetryState retry(UUID executionId) {
        return new RetryState(retries.claimed(executionId), executions.retryOf(executionId));
    }

    private Optional<Successor> successor(ExecutionSummary execution) {
        Map<UUID, Successor> next = executions.after(List.of(execution.id()));
        return Optional.ofNullable(next.get(execution.id()));
    }

    /**
     * @param requested somebody asked for it
     * @param retriedBy the execution that tries it again, once it is known
     */
    public record RetryState(boolean requested, Optional<UUID> retriedBy) {}

    /** A page of a list, and where the next one begins. */
    public record Page(List<ExecutionSummary> executions, Optional<Position> next) {
        public Page {
            executions = List.copyOf(executions);
        }
    }
}
