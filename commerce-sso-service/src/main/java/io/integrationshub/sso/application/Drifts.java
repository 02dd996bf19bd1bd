package io.integrationshub.sso.application;

import io.integrationshub.contracts.DriftChecked;
import io.integrationshub.contracts.DriftDetected;
import io.integrationshub.contracts.HubEvent;
import io.integrationshub.runtime.events.Announcements;
import io.integrationshub.runtime.jobs.SupersededException;
import io.integrationshub.sso.domain.Difference;
import io.integrationshub.sso.domain.Wiring;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Checks integrations for drift and tells what was found. Nothing is checked while paused, at work, failed or deleted. */
@ApplicationScoped
public class Drifts {
    private final Wirings wirings;
    private final Lifecycles lifecycles;
    private final DriftCheck check;
    private final Announcements announcements;
    private final WiringConfig config;
    private final Clock clock;

    Drifts(
            Wirings wirings,
            Lifecycles lifecycles,
            DriftCheck check,
            Announcements announcements,
            WiringConfig config,
            Clock clock) {
        this.wirings = wirings;
        this.lifecycles = lifecycles;
        this.check = check;
        this.announcements = announcements;
        this.config = config;
        this.clock = clock;
    }

    /** Empty while there is nothing to compare with. */
    Optional<Wiring> comparable(UUID integrationId) {
        return wirings.find(integrationId)
                .filter(Wiring::applied)
                .filter(wiring -> !lifecycles.find(integrationId).paused());
    }

    /** By schedule or after a run; {@code held}: asked in the transaction that tells what was found. */
    void check(Wiring applied, Runnable held) {
        List<Difference> found = check.look(applied, realm -> wirings.realm(applied.integrationId(), realm));
        tell(applied, found, held, true);
    }

    /**
     * For a person who waits.
     *
     * @throws CommerceException when Commerce has trouble that passes, or takes too long
     * @throws SupersededException when the integration was paused or got a newer execution meanwhile
     */
    public DriftReport checkNow(Wiring applied) {
        List<Difference> found = new Question(config.questionTimeout())
                .ask(() -> check.look(applied, realm -> wirings.realm(applied.integrationId(), realm)));
        return tell(applied, found, () -> {}, false);
    }

    private DriftReport tell(Wiring applied, List<Difference> found, Runnable held, boolean afterRun) {
        // As precise as every database and JSON keeps it, as the events of one check are recognised by it.
        Instant seenAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        UUID id = applied.integrationId();
        QuarkusTransaction.requiringNew().run(() -> {
            Optional<Boolean> first =
                    wirings.lockApplied(id, applied.execution().number());
            if (first.isEmpty() || lifecycles.find(id).paused()) {
                throw new SupersededException("What the check for drift compared with");
            }
            held.run();
            UUID execution = afterRun && first.get() ? applied.execution().id() : null;
            found.forEach(difference -> announce(
                    applied,
                    new DriftDetected(
                            applied.generation(),
                            execution,
                            difference.resource(),
                            difference.field(),
                            difference.kind(),
                            seenAt)));
            announce(applied, new DriftChecked(applied.generation(), execution, seenAt, found.size()));
            if (afterRun) {
                wirings.driftChecked(id);
            }
        });
        return new DriftReport(seenAt, found);
    }

    private void announce(Wiring applied, HubEvent event) {
        announcements.announce(applied.storeId(), applied.integrationId(), applied.causationId(), event);
    }
}
