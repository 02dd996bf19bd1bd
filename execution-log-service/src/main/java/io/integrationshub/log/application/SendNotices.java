package io.integrationshub.log.application;

import io.integrationshub.log.application.AlertRules.AlertRule;
import io.integrationshub.log.application.AlertRules.Channel;
import io.integrationshub.log.application.Notices.Notice;
import io.integrationshub.log.application.Notices.State;
import io.integrationshub.runtime.jobs.Backoff;
import io.integrationshub.runtime.jobs.Job;
import io.integrationshub.runtime.jobs.Lease;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Delivers a notice, again and again until somebody takes it or it was tried often enough. */
@Singleton
public class SendNotices implements Job {
    static final String NAME = "notice";
    private static final Logger LOG = Logger.getLogger(SendNotices.class);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(10), Duration.ofHours(1));

    private final AlertRules rules;
    private final Notices notices;
    private final Map<Channel, Messenger> messengers;
    private final AlertsConfig config;
    private final Clock clock;

    SendNotices(AlertRules rules, Notices notices, @All List<Messenger> messengers, AlertsConfig config, Clock clock) {
        this.rules = rules;
        this.notices = notices;
        this.messengers =
                messengers.stream().collect(Collectors.toUnmodifiableMap(Messenger::channel, Function.identity()));
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String key, Lease lease) {
        UUID id = UUID.fromString(key);
        Optional<Notice> notice = notices.find(id).filter(found -> found.state() == State.SENDING);
        Optional<AlertRule> rule = notice.flatMap(found -> rules.find(found.ruleId()));
        return notice.isEmpty() || rule.isEmpty() ? Next.DONE : deliver(rule.get(), notice.get(), lease);
    }

    private Next deliver(AlertRule rule, Notice notice, Lease lease) {
        Optional<String> problem = messengers.get(rule.channel()).deliver(rule, notice);
        int attempts = notice.attempts() + 1;
        State state = problem.isEmpty() ? State.SENT : attempts < config.attempts() ? State.SENDING : State.FAILED;
        QuarkusTransaction.requiringNew().run(() -> {
            lease.requireHeld();
            notices.attempted(notice.id(), state, problem.orElse(null));
        });
        if (problem.isPresent()) {
            LOG.warnf(
                    "reason=notice-undelivered storeId=%s rule=%s notice=%s attempts=%d: %s",
                    rule.storeId(), rule.id(), notice.id(), attempts, problem.get());
        }
        return state == State.SENDING ? new Next.At(clock.instant().plus(BACKOFF.pause(attempts))) : Next.DONE;
    }
}
