package io.integrationshub.sso.application;

import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.IntegrationConfigured;
import io.integrationshub.contracts.IntegrationDeleted;
import io.integrationshub.contracts.IntegrationPaused;
import io.integrationshub.contracts.IntegrationResumed;
import io.integrationshub.contracts.PoolReady;
import io.integrationshub.contracts.UnreadableEvent;
import io.integrationshub.runtime.jobs.Jobs;
import io.integrationshub.sso.domain.Wiring;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Stores what an event asks for and wakes the job that does it, in the caller's transaction. */
@ApplicationScoped
public class TakeEvents {
    private final Wirings wirings;
    private final Lifecycles lifecycles;
    private final Jobs jobs;

    TakeEvents(Wirings wirings, Lifecycles lifecycles, Jobs jobs) {
        this.wirings = wirings;
        this.lifecycles = lifecycles;
        this.jobs = jobs;
    }

    /**
     * Takes an event; those of other kinds say nothing about wiring.
     *
     * @throws UnreadableEvent when a part is missing or belongs to another store
     */
    public void take(Envelope event) {
        UUID id = event.integrationId();
        switch (event.data()) {
            case PoolReady ready -> work(Wiring.of(id, event.storeId(), event.id(), ready));
            case IntegrationDeleted deleted -> {
                Wiring unwire = Wiring.of(id, event.storeId(), event.id(), deleted);
                lifecycles.asked(id, unwire.execution().number());
                work(unwire);
            }
            case IntegrationConfigured configured -> {
                if (configured.execution() == null) {
                    throw new UnreadableEvent("member execution is missing");
                }
                lifecycles.asked(id, configured.execution().number());
            }
            case IntegrationPaused paused -> lifecycles.pause(id, paused.change(), true);
            case IntegrationResumed resumed -> {
                jobs.wake(WireJob.NAME, id.toString());
                jobs.wake(DriftJob.NAME, id.toString());
                lifecycles.pause(id, resumed.change(), false);
            }
            default -> {}
        }
    }

    private void work(Wiring next) {
        UUID id = next.integrationId();
        boolean foreign = wirings.find(id)
                .filter(present -> !present.storeId().equals(next.storeId()))
                .isPresent();
        if (foreign) {
            throw new UnreadableEvent("the integration belongs to another store");
        }
        // The job's row first, as in every run, so that the two never wait for each other.
        jobs.wake(WireJob.NAME, id.toString());
        wirings.replace(next);
    }
}
