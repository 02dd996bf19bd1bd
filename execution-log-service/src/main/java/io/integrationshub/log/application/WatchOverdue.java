package io.integrationshub.log.application;

import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.Status;
import io.integrationshub.runtime.jobs.Job;
import io.integrationshub.runtime.jobs.Jobs;
import io.integrationshub.runtime.jobs.Lease;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sees what no event tells: that nothing is heard of an execution any more. Looks once a minute, and forgets old notices. */
@Singleton
public class WatchOverdue implements Job {
    private static final String NAME = "overdue-alerts";
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 200;

    private final AlertRules rules;
    private final Notices notices;
    private final ReadExecutions executions;
    private final RaiseAlerts alerts;
    private final LogConfig config;
    private final Jobs jobs;
    private final Clock clock;

    WatchOverdue(
            AlertRules rules,
            Notices notices,
            ReadExecutions executions,
            RaiseAlerts alerts,
            LogConfig config,
            Jobs jobs,
            Clock clock) {
        this.rules = rules;
        this.notices = notices;
        this.executions = executions;
        this.alerts = alerts;
        this.config = config;
        this.jobs = jobs;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        QuarkusTransaction.requiringNew().run(() -> jobs.wakeAt(NAME, "all", clock.instant()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String key, Lease lease) {
        QuarkusTransaction.requiringNew().run(() -> {
            lease.requireHeld();
            look();
            notices.forgetBefore(clock.instant().minus(config.retention()));
        });
        return new Next.At(clock.instant().plus(PAUSE));
    }

    /** Raises what has become overdue since the last look. */
    void look() {
        Instant now = clock.instant();
        Instant last = notices.mark("overdue");
        List<Occurrence> found = rules.storesWith(AlertTrigger.EXECUTION_OVERDUE).stream()
                .flatMap(store -> executions
                        .list(store, ExecutionFilter.standing(Status.INTERRUPTED), Optional.empty(), MOST)
                        .executions()
                        .stream())
                .filter(execution -> overdueSince(execution).isAfter(last))
                .map(execution -> Occurrence.of(
                        AlertTrigger.EXECUTION_OVERDUE,
                        execution,
                        now,
                        "Nothing has been heard of an execution since " + execution.heardAt() + "."))
                .toList();
        if (!found.isEmpty()) {
            alerts.raise(found);
        }
        notices.mark("overdue", now);
    }

    private Instant overdueSince(ExecutionSummary execution) {
        Instant due =
                execution.nextAttemptAt() != null && execution.nextAttemptAt().isAfter(execution.heardAt())
                        ? execution.nextAttemptAt()
                        : execution.heardAt();
        return due.plus(config.lease());
    }
}
