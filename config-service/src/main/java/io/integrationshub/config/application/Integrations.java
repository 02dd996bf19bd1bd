package io.integrationshub.config.application;

import io.integrationshub.config.domain.Integration;
import io.integrationshub.config.domain.Revision;
import io.integrationshub.config.domain.observed.Observed;
import io.integrationshub.contracts.Execution;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The integrations of all stores, with their revisions; an integration is only ever seen by its own store. */
public interface Integrations {

    /**
     * An integration with its latest revision, its latest execution and what is known of it.
     *
     * @param stateVersion changes whenever anything of all that does
     */
    record Overview(
            Integration integration,
            Revision latest,
            Execution lastExecution,
            Observed observed,
            String stateVersion) {}

    /** A new integration. */
    void add(Integration integration);

    /** The integration, if this store has it; nobody else changes it until the caller's transaction ends. */
    Optional<Integration> lock(String storeId, UUID id);

    /** Stores what changed of a locked integration. */
    void update(Integration integration);

    /** The integration as it is, if this store has it. */
    Optional<Overview> find(String storeId, UUID id);

    /**
     * Integrations of the store that are not gone, newest first.
     *
     * @param before only those that come after this one in the list; null for the beginning
     */
    List<Overview> list(String storeId, @Nullable UUID before, int limit);

    /** Appends a revision. */
    void add(Revision revision);

    /** The latest revision of an integration that the caller has locked. */
    Revision latestRevision(UUID integrationId);

    /** A revision of the store's integration. */
    default Optional<Revision> revision(String storeId, UUID integrationId, long generation) {
        return revisions(storeId, integrationId, generation + 1, 1).stream()
                .filter(found -> found.generation() == generation)
                .findFirst();
    }

    /** Revisions of the store's integration, latest first, below this generation. */
    List<Revision> revisions(String storeId, UUID integrationId, long belowGeneration, int limit);
}
