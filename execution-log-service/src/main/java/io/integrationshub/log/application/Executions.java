package io.integrationshub.log.application;

import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.Successor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The executions, one row each. */
public interface Executions {

    /** Writes these, over what was known of them. */
    void put(Collection<ExecutionSummary> executions);

    /** Of each integration's execution number, the execution just before it, where one is known. */
    Set<UUID> before(Collection<ExecutionSummary> executions);

    /** The next execution of the same integration, where one is known. */
    Map<UUID, Successor> after(Collection<UUID> executionIds);

    /** An execution of this store. */
    Optional<ExecutionSummary> find(String storeId, UUID executionId);

    /** The execution that tries this one again. */
    Optional<UUID> retryOf(UUID executionId);

    /**
     * Executions of a store, newest first.
     *
     * @param limit at most so many
     */
    List<ExecutionSummary> list(String storeId, ExecutionFilter filter, Optional<Position> after, int limit);
}
