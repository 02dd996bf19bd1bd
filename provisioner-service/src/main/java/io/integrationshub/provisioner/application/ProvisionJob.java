package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.ProvisioningFailed;
import io.integrationshub.provisioner.domain.Phase;
import io.integrationshub.provisioner.domain.Provisioning;
import io.integrationshub.provisioner.domain.Wish;
import io.integrationshub.runtime.events.Announcements;
import io.integrationshub.runtime.jobs.Job;
import io.integrationshub.runtime.jobs.Jobs;
import io.integrationshub.runtime.jobs.Lease;
import io.integrationshub.runtime.steps.StepFailedException;
import io.integrationshub.runtime.steps.Steps;
import io.integrationshub.runtime.steps.Subject;
import io.integrationshub.runtime.steps.Trail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings Cognito to where the current execution of an integration wants it; the key is the integration id. Looks at what there is
 * before it changes anything, so it may be run again at any time, after a crash too.
 */
@Singleton
public class ProvisionJob implements Job {
    static final String NAME = "provision";

    private final Provisionings provisionings;
    private final Announcements announcements;
    private final Steps steps;
    private final PoolPhase pool;
    private final SignInPhase signIn;
    private final RemovalPhase removal;
    private final Jobs jobs;
    private final AccountTurns turns;
    private final Clock clock;

    ProvisionJob(
            Provisionings provisionings,
            Announcements announcements,
            Steps steps,
            PoolPhase pool,
            SignInPhase signIn,
            RemovalPhase removal,
            Jobs jobs,
            AccountTurns turns,
            Clock clock) {
        this.provisionings = provisionings;
        this.announcements = announcements;
        this.steps = steps;
        this.pool = pool;
        this.signIn = signIn;
        this.removal = removal;
        this.jobs = jobs;
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String key, Lease lease) {
        UUID integrationId = UUID.fromString(key);
        Optional<Provisioning> waiting = provisionings.find(integrationId).filter(Provisioning::mayWork);
        if (waiting.isEmpty()) {
            return Next.DONE;
        }
        Provisioning state = waiting.get();
        return turns.take(state.wish().spec().aws(), key, state.phase().isSecondHalf())
                .map(turn -> {
                    try (turn) {
                        return begin(integrationId, lease)
                                .map(begun -> work(
                                        new Run(provisionings, announcements, jobs, lease, trail(begun, lease), begun)))
                                .orElse(Next.DONE);
                    }
                })
                .orElseGet(() -> new Next.At(clock.instant().plus(AccountTurns.PAUSE.pause(1))));
    }

    /** Counts the attempt before anything is done; empty when there is nothing to do, or not now. */
    private Optional<Provisioning> begin(UUID integrationId, Lease lease) {
        return QuarkusTransaction.requiringNew().call(() -> {
            lease.requireHeld();
            Optional<Provisioning> begun = provisionings
                    .lock(integrationId)
                    .filter(Provisioning::mayWork)
                    .map(Provisioning::attemptBegun);
            begun.ifPresent(provisionings::save);
            return begun;
        });
    }

    private Trail trail(Provisioning state, Lease lease) {
        Wish wish = state.wish();
        Subject subject = new Subject(
                state.storeId(), state.integrationId(), wish.execution().id(), state.attempt(), wish.causationId());
        return steps.trail(subject, lease, new Diagnosis(subject));
    }

    private Next work(Run run) {
        try {
            switch (run.state().phase()) {
                case POOL -> pool.run(run);
                case SIGN_IN -> signIn.run(run);
                case REMOVAL -> removal.run(run);
                case IDLE, AWAITING_REALMS, DONE, FAILED, AWAITING_UNWIRING, REMOVED ->
                    throw new IllegalStateException("Nothing to do");
            }
            return Next.DONE;
        } catch (StepFailedException e) {
            return e.nextAttemptAt().<Next>map(Next.At::new).orElseGet(() -> fail(run, e));
        }
    }

    private static Next fail(Run run, StepFailedException e) {
        Wish wish = run.state().wish();
        run.conclude(
                state -> state.in(Phase.FAILED),
                new ProvisioningFailed(wish.generation(), wish.execution(), e.step(), e.failure()));
        return Next.DONE;
    }
}
