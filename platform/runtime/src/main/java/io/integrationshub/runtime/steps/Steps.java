package io.integrationshub.runtime.steps;

import io.integrationshub.contracts.Failure;
import io.integrationshub.runtime.events.Announcements;
import io.integrationshub.runtime.jobs.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Function;

/** Lets a service work in steps that everybody can follow. */
@ApplicationScoped
public class Steps {
    private final Announcements announcements;
    private final RetryPolicy policy;
    private final Clock clock;
    private final StepMetrics metrics;

    Steps(Announcements announcements, RetryConfig config, Clock clock, StepMetrics metrics) {
        this.announcements = announcements;
        this.policy = RetryPolicy.of(config);
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * The trail of one run.
     *
     * @param diagnosis what kind of trouble an exception is
     */
    public Trail trail(Subject subject, Lease lease, Function<Exception, Failure> diagnosis) {
        return new Trail(subject, lease, announcements, diagnosis, policy, clock, metrics);
    }
}
