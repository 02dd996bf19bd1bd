package io.integrationshub.provisioner.application;

import io.integrationshub.provisioner.domain.Provisioning;
import java.util.Optional;
import java.util.UUID;

/** What is remembered of each integration. Changes only inside a transaction. */
public interface Provisionings {

    /** Reads and locks it until the transaction ends. */
    Optional<Provisioning> lock(UUID integrationId);

    /** As it was last committed, without a lock: for questions, not for work. */
    Optional<Provisioning> find(UUID integrationId);

    void save(Provisioning provisioning);
}
