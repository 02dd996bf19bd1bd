package io.integrationshub.sso.application;

import io.integrationshub.runtime.jobs.Lease;
import io.integrationshub.runtime.jobs.SupersededException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.UUID;

/**
 * A run's right to change things: it lasts while the worker holds the job and its execution is the one at work. Asked in every
 * transaction that writes, and before every write at Commerce, as that comes after such a transaction.
 */
final class Fence {
    private final Wirings wirings;
    private final Lifecycles lifecycles;
    private final Lease lease;
    private final UUID integrationId;
    private final long executionNumber;

    Fence(Wirings wirings, Lifecycles lifecycles, Lease lease, UUID integrationId, long executionNumber) {
        this.wirings = wirings;
        this.lifecycles = lifecycles;
        this.lease = lease;
        this.integrationId = integrationId;
        this.executionNumber = executionNumber;
    }

    /**
     * Writes in a transaction of its own.
     *
     * @throws SupersededException when a newer execution has taken over
     */
    void write(Runnable change) {
        QuarkusTransaction.requiringNew().run(() -> {
            lease.requireHeld();
            if (!wirings.lockAtWork(integrationId, executionNumber)) {
                throw superseded();
            }
            change.run();
        });
    }

    /**
     * Asks between two steps, where a run can stop without leaving anything half done.
     *
     * @throws SupersededException when the integration is paused or has a newer execution
     */
    void requireWanted() {
        if (!lifecycles.find(integrationId).allows(executionNumber)) {
            throw superseded();
        }
    }

    private SupersededException superseded() {
        return new SupersededException("Execution " + executionNumber);
    }
}
