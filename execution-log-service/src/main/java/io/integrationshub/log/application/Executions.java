package io.integrationshub.log.application;

import io.integrationshub.log.domain.ExecutionSummary;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The executions, one row each. */
public interface Executions {

    /** Writes these as they are now; those that did not change are left alone. */
    void put(Collection<Change> changes);

    /** What is known of these, whosever they are; unknown ones are absent. */
    Map<UUID, ExecutionSummary> known(Collection<UUID> executionIds);

    /** Before each of these, the nearest execution of its integration, where one is known and could still be replaced. */
    List<UUID> replaceable(Collection<Place> before);

    /** After each of these, the nearest execution of its integration, where one is known. */
    Map<UUID, Next> after(Collection<Place> places);

    /** The execution of the integration before the one of this number. */
    Optional<ExecutionSummary> before(UUID integrationId, long number);

    /** The newest execution of each of these integrations. */
    Map<UUID, ExecutionSummary> newest(Collection<UUID> integrationIds);

    /** An execution of this store. */
    Optional<ExecutionSummary> find(String storeId, UUID executionId);

    /** What an execution tries again, itself, and what tries it again, over and over, oldest first; at most 50. */
    List<ExecutionSummary> lineage(String storeId, UUID executionId);

    /** The execution that tries this one again. */
    Optional<UUID> retryOf(UUID executionId);

    /**
     * Executions of a store, newest first. Looks at no more rows than it takes to answer in time: of a rare kind it may find
     * fewer than there are, and says how far it looked.
     *
     * @param limit at most so many
     * @param silentSince executions at work that were silent since then are INTERRUPTED
     */
    Found list(String storeId, ExecutionFilter filter, Optional<Position> after, int limit, Instant silentSince);

    /** Where an execution stands among those of its integration. */
    record Place(UUID id, UUID integrationId, long number) {}

    /** The next execution of the integration. */
    record Next(UUID id, long number, Instant requestedAt) {}

    /**
     * @param searchedTo where the search stopped before it had looked at everything, else empty
     */
    record Found(List<ExecutionSummary> executions, Optional<Position> searchedTo) {}
}
