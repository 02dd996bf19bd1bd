package io.integrationshub.provisioner.application;

import io.integrationshub.provisioner.domain.Phase;
import io.integrationshub.provisioner.domain.Provisioning;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.runtime.jobs.Job;
import io.integrationshub.runtime.jobs.Lease;
import io.integrationshub.runtime.secrets.SecretUnreadableException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Looks for drift again and again, from the end of an integration's first execution to its deletion; the key is its id. */
@Singleton
public class DriftJob implements Job {
    static final String NAME = "drift";
    private static final Logger LOG = Logger.getLogger(DriftJob.class);

    private final Provisionings provisionings;
    private final DriftChecks checks;
    private final ProvisionerConfig.Drift config;
    private final Clock clock;

    DriftJob(Provisionings provisionings, DriftChecks checks, ProvisionerConfig config, Clock clock) {
        this.provisionings = provisionings;
        this.checks = checks;
        this.config = config.drift();
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String key, Lease lease) {
        Optional<Provisioning> state = provisionings.find(UUID.fromString(key));
        if (state.filter(known -> !isDeleted(known.phase())).isEmpty()) {
            return Next.DONE;
        }
        return after(state.filter(DriftChecks::applies)
                .map(known -> look(known, lease))
                .orElse(config.interval()));
    }

    /** How long until the next look. */
    private Duration look(Provisioning state, Lease lease) {
        try {
            checks.look(state, state.wish().execution().id(), lease::requireHeld);
            return config.interval();
        } catch (ProvisioningException | SecretUnreadableException e) {
            LOG.warnf("integrationId=%s reason=drift-not-seen %s", state.integrationId(), e.getMessage());
            boolean passes = e instanceof ProvisioningException known
                    && known.failure().errorClass().passesByItself();
            return passes ? config.again() : config.interval();
        }
    }

    private static boolean isDeleted(Phase phase) {
        return phase == Phase.AWAITING_UNWIRING || phase == Phase.REMOVAL || phase == Phase.REMOVED;
    }

    private Next after(Duration pause) {
        double jitter = ThreadLocalRandom.current().nextDouble(0.9, 1.1);
        return new Next.At(clock.instant().plusMillis((long) (pause.toMillis() * jitter)));
    }
}
