package io.integrationshub.log.application;

import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.IntegrationPaused;
import io.integrationshub.contracts.IntegrationResumed;
import io.integrationshub.log.application.AlertRules.AlertRule;
import io.integrationshub.log.application.Notices.Seen;
import io.integrationshub.runtime.jobs.Jobs;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sees what rules are about. What is alike waits together for a while, so that one notice tells of many. */
@Singleton
public class RaiseAlerts implements Follower {
    private final AlertRules rules;
    private final Notices notices;
    private final AlertsConfig config;
    private final Jobs jobs;
    private final Clock clock;

    RaiseAlerts(AlertRules rules, Notices notices, AlertsConfig config, Jobs jobs, Clock clock) {
        this.rules = rules;
        this.notices = notices;
        this.config = config;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public void follow(List<Change> changes) {
        List<AlertRule> wanted = rules.enabled(
                changes.stream().map(change -> change.after().storeId()).collect(Collectors.toSet()));
        if (!wanted.isEmpty()) {
            raise(wanted, changes.stream().flatMap(change -> Occurrence.in(change).stream()));
        }
    }

    /** What happened to integrations as such; everything else is no matter. */
    public void follow(Collection<Envelope> events) {
        List<Occurrence> found = events.stream()
                .map(RaiseAlerts::lifecycle)
                .filter(Objects::nonNull)
                .toList();
        if (!found.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> raise(found));
        }
    }

    /** In the caller's transaction. */
    void raise(List<Occurrence> found) {
        raise(rules.enabled(found.stream().map(Occurrence::storeId).collect(Collectors.toSet())), found.stream());
    }

    private void raise(List<AlertRule> wanted, Stream<Occurrence> found) {
        Instant oldest = Stream.of(clock.instant().minus(config.notOlderThan()), notices.mark("rebuilt"))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        record Key(UUID rule, String subject) {}
        Map<Key, Seen> seen = new HashMap<>();
        found.filter(occurrence -> !occurrence.at().isBefore(oldest))
                .forEach(occurrence -> wanted.stream()
                        .filter(occurrence::matches)
                        .forEach(rule -> seen.merge(
                                new Key(rule.id(), occurrence.subject()), seen(rule, occurrence), RaiseAlerts::both)));
        if (!seen.isEmpty()) {
            Instant due = clock.instant().plus(config.collect());
            notices.see(seen.values()).forEach(id -> jobs.wakeAt(TellAlerts.NAME, id.toString(), due));
        }
    }

    private static Seen seen(AlertRule rule, Occurrence occurrence) {
        return new Seen(
                rule.id(),
                occurrence.subject(),
                1,
                occurrence.at(),
                occurrence.at(),
                occurrence.integrationId(),
                occurrence.instance(),
                occurrence.executionId(),
                occurrence.message());
    }

    private static Seen both(Seen one, Seen other) {
        Seen later = one.until().isBefore(other.until()) ? other : one;
        return new Seen(
                one.ruleId(),
                one.subject(),
                one.count() + other.count(),
                one.since().isBefore(other.since()) ? one.since() : other.since(),
                later.until(),
                later.integrationId(),
                later.instance(),
                later.executionId(),
                later.message());
    }

    private static Occurrence lifecycle(Envelope event) {
        return switch (event.data()) {
            case IntegrationPaused paused ->
                of(AlertTrigger.INSTANCE_DISABLED, event, "The integration was paused by " + paused.actor() + ".");
            case IntegrationResumed resumed ->
                of(AlertTrigger.INSTANCE_ENABLED, event, "The integration was resumed by " + resumed.actor() + ".");
            default -> null;
        };
    }

    private static Occurrence of(AlertTrigger trigger, Envelope event, String message) {
        String integration = event.integrationId().toString();
        return new Occurrence(
                trigger,
                event.storeId(),
                event.integrationId(),
                integration,
                null,
                integration,
                event.time(),
                message,
                0,
                null);
    }
}
