package io.integrationshub.log.application;

import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The instances of a store's integrations, as their newest executions tell them. */
public interface Instances {

    /**
     * Instances in the order of their ids. Looks at a bounded number of them: it may find fewer than there are, and says where to
     * go on.
     *
     * @param text part of the name, whatever the case
     * @param status of the newest execution
     * @param after the id behind which to begin
     * @param silentSince executions at work that were silent since then are INTERRUPTED
     */
    Found list(
            String storeId,
            Optional<String> text,
            Optional<Status> status,
            Optional<UUID> after,
            int limit,
            Instant silentSince);

    /** What those of these integrations that are known are called, by the newest execution of each. */
    Map<UUID, String> names(String storeId, Collection<UUID> integrationIds);

    /**
     * @param newest the newest execution of each
     * @param next where more may be found
     */
    record Found(List<ExecutionSummary> newest, Optional<UUID> next) {}
}
