package io.integrationshub.sso.application;

import io.integrationshub.contracts.HubEvent;
import io.integrationshub.contracts.RealmsUnwired;
import io.integrationshub.contracts.RealmsWired;
import io.integrationshub.contracts.WiredRealm;
import io.integrationshub.contracts.WiringFailed;
import io.integrationshub.runtime.events.Announcements;
import io.integrationshub.runtime.jobs.Job;
import io.integrationshub.runtime.jobs.Jobs;
import io.integrationshub.runtime.jobs.Lease;
import io.integrationshub.runtime.secrets.Secrets;
import io.integrationshub.runtime.steps.StepFailedException;
import io.integrationshub.runtime.steps.Steps;
import io.integrationshub.runtime.steps.Subject;
import io.integrationshub.runtime.steps.Trail;
import io.integrationshub.sso.domain.Goal;
import io.integrationshub.sso.domain.Wiring;
import io.integrationshub.sso.domain.WiringState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Brings the realms of one integration's store to what its latest execution wants. */
@Singleton
public class WireJob implements Job {
    static final String NAME = "wire";

    private static final Logger LOG = Logger.getLogger(WireJob.class);

    private final Wirings wirings;
    private final Lifecycles lifecycles;
    private final CommerceStores stores;
    private final Secrets secrets;
    private final Steps steps;
    private final Announcements announcements;
    private final Jobs jobs;
    private final WiringConfig config;
    private final Clock clock;

    WireJob(
            Wirings wirings,
            Lifecycles lifecycles,
            CommerceStores stores,
            Secrets secrets,
            Steps steps,
            Announcements announcements,
            Jobs jobs,
            WiringConfig config,
            Clock clock) {
        this.wirings = wirings;
        this.lifecycles = lifecycles;
        this.stores = stores;
        this.secrets = secrets;
        this.steps = steps;
        this.announcements = announcements;
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String key, Lease lease) {
        UUID integrationId = UUID.fromString(key);
        Optional<Attempt> begun = QuarkusTransaction.requiringNew().call(() -> begin(integrationId, lease));
        if (begun.isEmpty()) {
            return Next.DONE;
        }
        Wiring wiring = begun.get().wiring();
        Fence fence = new Fence(wirings, lifecycles, lease, wiring);
        Trail trail = steps.trail(begun.get().subject(), lease, Diagnosis::of);
        try {
            Workplace place = new Workplace(wiring, fence, trail, wirings, secrets, config, clock);
            List<WiredRealm> realms = new WiringRun(place, stores).run();
            fence.write(() -> end(wiring, WiringState.WIRED, reached(wiring, realms)));
            return Next.DONE;
        } catch (StepFailedException e) {
            LOG.warnf(
                    "storeId=%s integrationId=%s executionId=%s step=\"%s\" reason=%s errorClass=%s next=%s",
                    wiring.storeId(),
                    integrationId,
                    wiring.execution().id(),
                    e.step(),
                    e.failure().code(),
                    e.failure().errorClass(),
                    e.nextAttemptAt().map(Instant::toString).orElse("none"));
            if (e.nextAttemptAt().isPresent()) {
                return new Next.At(e.nextAttemptAt().get());
            }
            WiringFailed failed = new WiringFailed(wiring.generation(), wiring.execution(), e.step(), e.failure());
            fence.write(() -> end(wiring, WiringState.FAILED, failed));
            return Next.DONE;
        }
    }

    private Optional<Attempt> begin(UUID integrationId, Lease lease) {
        lease.requireHeld();
        return wirings.find(integrationId)
                .filter(Wiring::atWork)
                .filter(wiring -> lifecycles.find(integrationId).allows(wiring))
                .filter(wiring ->
                        wirings.lockAtWork(integrationId, wiring.execution().number()))
                .map(wiring -> new Attempt(wiring, wirings.countAttempt(integrationId)));
    }

    private void end(Wiring wiring, WiringState state, HubEvent event) {
        wirings.end(wiring.integrationId(), state);
        announcements.announce(wiring.storeId(), wiring.integrationId(), wiring.causationId(), event);
        if (state == WiringState.WIRED && wiring.goal() == Goal.WIRE) {
            jobs.wake(DriftJob.NAME, wiring.integrationId().toString());
        }
        LOG.infof(
                "storeId=%s integrationId=%s executionId=%s generation=%d goal=%s state=%s",
                wiring.storeId(),
                wiring.integrationId(),
                wiring.execution().id(),
                wiring.generation(),
                wiring.goal(),
                state);
    }

    private static HubEvent reached(Wiring wiring, List<WiredRealm> realms) {
        return wiring.goal() == Goal.WIRE
                ? new RealmsWired(wiring.generation(), wiring.execution(), realms)
                : new RealmsUnwired(wiring.generation(), wiring.execution(), wiring.spec(), wiring.deletion());
    }

    private record Attempt(Wiring wiring, int number) {
        Subject subject() {
            return new Subject(
                    wiring.storeId(), wiring.integrationId(), wiring.execution().id(), number, wiring.causationId());
        }
    }
}
