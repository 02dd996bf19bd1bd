package io.integrationshub.config.application;

import io.integrationshub.config.domain.observed.Observed;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is known of integrations from events. Whoever needs the lock of an integration too takes that one first. */
public interface Observations {

    /** Begins to observe a new integration, with nothing known. */
    void add(String storeId, UUID integrationId);

    /** What is known, if this store has the integration; nobody else changes it until the caller's transaction ends. */
    Optional<Observed> lock(String storeId, UUID integrationId);

    /** Stores what is known by now of one that the caller has locked. */
    void update(UUID integrationId, Observed observed);

    /**
     * A text for each of these integrations that changes whenever anything about it does; one statement for any number of them.
     */
    Map<UUID, String> versions(Collection<UUID> integrationIds);
}
