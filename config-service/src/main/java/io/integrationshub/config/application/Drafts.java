package io.integrationshub.config.application;

import io.integrationshub.config.domain.Draft;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The drafts of all stores; a draft is only ever seen by its own. */
public interface Drafts {

    /** A new draft. */
    void add(Draft draft);

    /** The draft, if this store has it. */
    Optional<Draft> find(String storeId, UUID id);

    /** The same, and nobody else changes or finishes it until the caller's transaction ends. */
    Optional<Draft> lock(String storeId, UUID id);

    /**
     * Drafts of the store, newest first.
     *
     * @param before only those that come after this one in the list; null for the beginning
     */
    List<Draft> list(String storeId, @Nullable UUID before, int limit);

    /** The newest drafts of the store, newest first. */
    default List<Draft> latest(String storeId, int limit) {
        return list(storeId, null, limit);
    }

    /** Stores the next version of a locked draft. */
    void update(Draft draft);

    /** Removes every draft that was to change this integration. */
    void removeOf(String storeId, UUID integrationId);

    /** Removes a draft; false when there was none. */
    boolean remove(String storeId, UUID id);
}
