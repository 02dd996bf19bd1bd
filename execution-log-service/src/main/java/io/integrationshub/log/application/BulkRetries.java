package io.integrationshub.log.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Many failed executions retried with one press. */
public interface BulkRetries {

    /** Where one stands. */
    enum State {
        RUNNING,
        PAUSED,
        CANCELED,
        DONE
    }

    /**
     * @param total how many executions it is about
     * @param processed how many of them it is done with
     * @param requested how many of those were asked for again; the others were not, see {@link Item#outcome}
     */
    record BulkRetry(
            UUID id,
            String storeId,
            String actor,
            String reason,
            State state,
            Instant createdAt,
            int total,
            int processed,
            int requested) {}

    /**
     * @param outcome PENDING, REQUESTED, or why not
     * @param retriedBy the new execution, once it is known
     * @param status of the new execution, or null
     */
    record Item(int position, UUID executionId, String outcome, UUID retriedBy, String status) {}

    /** Keeps a new one with its executions, all of them pending. */
    void add(BulkRetry bulk, List<UUID> executionIds);

    /** One of this store. */
    Optional<BulkRetry> find(String storeId, UUID id);

    /** The newest of a store. */
    List<BulkRetry> newest(String storeId, int limit);

    /** Keeps others from changing it until the transaction ends. */
    Optional<BulkRetry> lock(UUID id);

    void move(UUID id, State state);

    /** The first pending ones. */
    List<Item> pending(UUID id, int limit);

    /** Notes what became of one, and counts it. */
    void done(UUID id, int position, String outcome);

    /** Items behind this position. */
    List<Item> items(UUID id, int after, int limit);
}
