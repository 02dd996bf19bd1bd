package io.integrationshub.sso.application;

import io.integrationshub.runtime.jobs.Lease;
import io.integrationshub.runtime.jobs.SupersededException;
import io.integrationshub.sso.domain.Wiring;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * A run's right to change things: it lasts while the worker holds the job and its execution is the one at work. Asked in every
 * transaction that writes, and before every write at Commerce, as that comes after such a transaction.
 */
final class Fence {
    private final Wirings wirings;
    private final Lifecycles lifecycles;
    private final Lease lease;
    private final Wiring wiring;

    Fence(Wirings wirings, Lifecycles lifecycles, Lease lease, Wiring wiring) {
        this.wirings = wirings;
        this.lifecycles = lifecycles;
        this.lease = lease;
        this.wiring = wiring;
    }

    /**
     * Writes in a transaction of its own.
     *
     * @throws SupersededException when a newer execution has taken over
     */
    void write(Runnable change) {
        QuarkusTransaction.requiringNew().run(() -> {
            lease.requireHeld();
            if (!wirings.lockAtWork(wiring.integrationId(), wiring.execution().number())) {
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
        if (!lifecycles.find(wiring.integrationId()).allows(wiring)) {
            throw superseded();
        }
    }

    private SupersededException superseded() {
        return new SupersededException("Execution " + wiring.execution().number());
    }
}
