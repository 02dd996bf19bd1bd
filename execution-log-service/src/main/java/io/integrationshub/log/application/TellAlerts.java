package io.integrationshub.log.application;

import io.integrationshub.log.application.AlertRules.AlertRule;
import io.integrationshub.log.application.Notices.Told;
import io.integrationshub.runtime.jobs.Job;
import io.integrationshub.runtime.jobs.Jobs;
import io.integrationshub.runtime.jobs.Lease;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes one notice of everything alike, once it has waited long enough and the last one is long enough ago. */
@Singleton
public class TellAlerts implements Job {
    static final String NAME = "alert";

    private final AlertRules rules;
    private final Notices notices;
    private final Jobs jobs;
    private final Clock clock;

    TellAlerts(AlertRules rules, Notices notices, Jobs jobs, Clock clock) {
        this.rules = rules;
        this.notices = notices;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String key, Lease lease) {
        UUID waiting = UUID.fromString(key);
        return QuarkusTransaction.requiringNew().call(() -> {
            // In the order in which it is raised: first what waits, then the job; else the two could block each other.
            Optional<Told> told = notices.lock(waiting);
            lease.requireHeld();
            return told.map(last -> tell(waiting, last)).orElse(Next.DONE);
        });
    }

    private Next tell(UUID waiting, Told told) {
        Optional<AlertRule> rule = rules.find(told.ruleId()).filter(AlertRule::enabled);
        if (rule.isEmpty()) {
            return Next.DONE;
        }
        Instant now = clock.instant();
        Instant due = told.at() == null
                ? now
                : told.at().plus(Duration.ofMinutes(rule.get().quietMinutes()));
        if (due.isAfter(now)) {
            return new Next.At(due);
        }
        jobs.wake(SendNotices.NAME, notices.tell(waiting, now).id().toString());
        return Next.DONE;
    }
}
