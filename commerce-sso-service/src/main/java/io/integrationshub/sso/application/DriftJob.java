package io.integrationshub.sso.application;

import io.integrationshub.runtime.jobs.Job;
import io.integrationshub.runtime.jobs.Lease;
import io.integrationshub.sso.domain.Wiring;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Checks one integration for drift, right after a run and then again and again. It sleeps for good while there is nothing to
 * compare with: the end of the next run, or a resumption, wakes it.
 */
@Singleton
public class DriftJob implements Job {
    static final String NAME = "drift";

    /** Commerce has trouble; nothing hurries. */
    private static final Duration LATER = Duration.ofMinutes(10);

    private static final Logger LOG = Logger.getLogger(DriftJob.class);

    private final Drifts drifts;
    private final WiringConfig config;
    private final Clock clock;

    DriftJob(Drifts drifts, WiringConfig config, Clock clock) {
        this.drifts = drifts;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String key, Lease lease) {
        Optional<Wiring> applied = drifts.comparable(UUID.fromString(key));
        if (applied.isEmpty()) {
            return Next.DONE;
        }
        try {
            drifts.check(applied.get(), lease::requireHeld);
            return in(config.driftEvery());
        } catch (CommerceException e) {
            LOG.infof(
                    "storeId=%s integrationId=%s reason=%s drift is looked for later",
                    applied.get().storeId(), key, e.failure().code());
            return in(LATER);
        }
    }

    private Next in(Duration pause) {
        double spread = ThreadLocalRandom.current().nextDouble(0.9, 1.1);
        return new Next.At(clock.instant().plusMillis((long) (pause.toMillis() * spread)));
    }
}
