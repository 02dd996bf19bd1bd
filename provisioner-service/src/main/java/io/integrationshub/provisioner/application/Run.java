package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.HubEvent;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Severity;
import io.integrationshub.provisioner.domain.Holdings;
import io.integrationshub.provisioner.domain.Provisioning;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.runtime.events.Announcements;
import io.integrationshub.runtime.jobs.Jobs;
import io.integrationshub.runtime.jobs.Lease;
import io.integrationshub.runtime.jobs.SupersededException;
import io.integrationshub.runtime.steps.Trail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One run for the current execution of an integration. Whatever it remembers is written in transactions that first make sure that
 * the job still is this worker's and the execution still the current one. Not for more than one thread.
 */
final class Run {
    private final Provisionings provisionings;
    private final Announcements announcements;
    private final Jobs jobs;
    private final Lease lease;
    private final Trail trail;
    private Provisioning state;

    Run(
            Provisionings provisionings,
            Announcements announcements,
            Jobs jobs,
            Lease lease,
            Trail trail,
            Provisioning state) {
        this.provisionings = provisionings;
        this.announcements = announcements;
        this.jobs = jobs;
        this.lease = lease;
        this.trail = trail;
        this.state = state;
    }

    Provisioning state() {
        return state;
    }

    Holdings holdings() {
        return state.holdings();
    }

    IntegrationSpec spec() {
        return state.wish().spec();
    }

    Trail trail() {
        return trail;
    }

    void warn(String message) {
        trail.log(Severity.WARN, message);
    }

    /** Remembers. */
    void remember(UnaryOperator<Holdings> change) {
        save(now -> now.holding(change.apply(now.holdings())), null);
    }

    /** Ends this service's part of the execution, or a half of it, and says so. */
    void conclude(UnaryOperator<Provisioning> change, HubEvent event) {
        save(change, event);
    }

    /** The same for an execution that succeeded: from now on reality may drift away from it. */
    void concludeAndWatch(UnaryOperator<Provisioning> change, HubEvent event, Instant firstLook) {
        save(
                now -> {
                    jobs.wakeAt(DriftJob.NAME, now.integrationId().toString(), firstLook);
                    return change.apply(now);
                },
                event);
    }

    /**
     * Makes a change at AWS. What is intended is committed before, so that a crash leaves a trace of it, and a worker that was
     * replaced does not get here. The change is counted before it is made: an execution that claims zero writes made none. When
     * AWS refused it, intent and count are taken back.
     */
    <T> T write(UnaryOperator<Holdings> intent, Supplier<T> call) {
        Holdings before = state.holdings();
        save(now -> now.holding(intent.apply(now.holdings())).written(1), null);
        try {
            return call.get();
        } catch (ProvisioningException e) {
            if (certainlyNothingChanged(e)) {
                save(now -> now.holding(before).written(-1), null);
            }
            throw e;
        }
    }

    private static boolean certainlyNothingChanged(ProvisioningException e) {
        ErrorClass errorClass = e.failure().errorClass();
        return errorClass != ErrorClass.UNKNOWN_OUTCOME
                && errorClass != ErrorClass.TRANSIENT
                // An answer that cannot be read says nothing of what was done.
                && !e.failure().code().equals("ENDPOINT_UNSUPPORTED");
    }

    private void save(UnaryOperator<Provisioning> change, HubEvent event) {
        state = QuarkusTransaction.requiringNew().call(() -> {
            lease.requireHeld();
            Provisioning current = provisionings
                    .lock(state.integrationId())
                    .filter(row -> row.executionNumber() == state.executionNumber())
                    .orElseThrow(() -> new SupersededException(
                            "Execution " + state.wish().execution().id()));
            Provisioning changed = change.apply(current);
            provisionings.save(changed);
            if (event != null) {
                announcements.announce(
                        changed.storeId(),
                        changed.integrationId(),
                        changed.wish().causationId(),
                        event);
            }
            return changed;
        });
    }
}
