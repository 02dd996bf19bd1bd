package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.IntegrationConfigured;
import io.integrationshub.contracts.IntegrationDeleted;
import io.integrationshub.contracts.RealmsUnwired;
import io.integrationshub.contracts.RealmsWired;
import io.integrationshub.provisioner.domain.Provisioning;
import io.integrationshub.provisioner.domain.Wish;
import io.integrationshub.runtime.jobs.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Takes in what is wanted, in the transaction of the intake. The job is asked for before the row is touched: a run locks in the same
 * order, so the two never wait for each other.
 */
@ApplicationScoped
public class Configure {
    private static final Logger LOG = Logger.getLogger(Configure.class);

    private final Provisionings provisionings;
    private final Jobs jobs;

    Configure(Provisionings provisionings, Jobs jobs) {
        this.provisionings = provisionings;
        this.jobs = jobs;
    }

    /** A new execution begins, unless a later one has begun already. */
    public void wished(Envelope event, IntegrationConfigured data) {
        Provisioning known = lockedWithJob(event);
        if (known.isNewer(data.execution().number())) {
            provisionings.save(known.wished(Wish.from(data, event.id())));
        } else {
            LOG.infof(
                    "integrationId=%s executionId=%s reason=stale number=%d current=%d",
                    event.integrationId(),
                    data.execution().id(),
                    data.execution().number(),
                    known.executionNumber());
        }
    }

    /** The second half of the current execution can begin. */
    public void realmsWired(Envelope event, RealmsWired data) {
        Provisioning known = lockedWithJob(event);
        if (known.awaits(data)) {
            provisionings.save(known.wired(data, event.id()));
        } else {
            LOG.infof(
                    "integrationId=%s executionId=%s reason=not-awaited phase=%s",
                    event.integrationId(), data.execution().id(), known.phase());
        }
    }

    /** The integration is deleted: earlier work stops, and the realms are unwired first. */
    public void deleted(Envelope event, IntegrationDeleted data) {
        Provisioning known = lockedWithJob(event);
        if (known.isNewer(data.execution().number())) {
            provisionings.save(known.deletionWished(Wish.from(data, event.id())));
        }
    }

    /** Nothing in the store points to the pool any more; it may be heard of before the deletion itself. */
    public void realmsUnwired(Envelope event, RealmsUnwired data) {
        Provisioning known = lockedWithJob(event);
        if (known.awaits(data)) {
            provisionings.save(known.unwired(Wish.from(data, event.id())));
        } else {
            LOG.infof(
                    "integrationId=%s executionId=%s reason=not-awaited phase=%s",
                    event.integrationId(), data.execution().id(), known.phase());
        }
    }

    /** No new work, or work again. */
    public void lifecycleChanged(Envelope event, long change, boolean paused) {
        provisionings.save(lockedWithJob(event).lifecycleChanged(change, paused));
    }

    private Provisioning lockedWithJob(Envelope event) {
        jobs.wake(ProvisionJob.NAME, event.integrationId().toString());
        return provisionings
                .lock(event.integrationId())
                .orElseGet(() -> Provisioning.idle(event.integrationId(), event.storeId()));
    }
}
