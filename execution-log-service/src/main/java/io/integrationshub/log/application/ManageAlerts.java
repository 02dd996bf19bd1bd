package io.integrationshub.log.application;

import io.integrationshub.contracts.Severity;
import io.integrationshub.log.application.AlertRules.AlertRule;
import io.integrationshub.log.application.AlertRules.Channel;
import io.integrationshub.log.application.Notices.Seen;
import io.integrationshub.runtime.jobs.Jobs;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes, changes and tries rules. */
@ApplicationScoped
public class ManageAlerts {
    private static final int MOST = 200;

    private final AlertRules rules;
    private final Notices notices;
    private final List<Messenger> messengers;
    private final Jobs jobs;
    private final Clock clock;

    ManageAlerts(AlertRules rules, Notices notices, @All List<Messenger> messengers, Jobs jobs, Clock clock) {
        this.rules = rules;
        this.notices = notices;
        this.messengers = List.copyOf(messengers);
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What becomes of a rule. */
    public sealed interface Outcome {
        record Kept(AlertRule rule) implements Outcome {}

        /** By member: what is wrong, and what would be right. */
        record Wrong(Map<String, String> members) implements Outcome {}
    }

    /** Writes it, new or over the one of the same id. */
    public Outcome keep(AlertRule rule) {
        Map<String, String> wrong = new LinkedHashMap<>();
        threshold(rule, wrong);
        messengers.stream()
                .filter(messenger -> messenger.channel() == rule.channel())
                .findFirst()
                .flatMap(messenger -> messenger.objection(rule.target()))
                .ifPresent(objection -> wrong.put("target", objection));
        if (rules.find(rule.id()).isEmpty() && rules.list(rule.storeId()).size() >= MOST) {
            wrong.put("name", "A store has at most " + MOST + " rules: remove one first.");
        }
        if (wrong.isEmpty()) {
            rules.put(rule);
            return new Outcome.Kept(rule);
        }
        return new Outcome.Wrong(wrong);
    }

    /** Sends a notice as the rule would; answers its id. */
    public UUID tryOut(AlertRule rule, String actor) {
        Instant now = clock.instant();
        UUID subject = UUID.randomUUID();
        return QuarkusTransaction.requiringNew().call(() -> {
            Seen test = new Seen(
                    rule.id(),
                    "test/" + subject,
                    1,
                    now,
                    now,
                    new UUID(0, 0),
                    "Test",
                    null,
                    "A test by " + actor + ".");
            UUID notice =
                    notices.tell(notices.see(List.of(test)).getFirst(), now).id();
            jobs.wake(SendNotices.NAME, notice.toString());
            return notice;
        });
    }

    private static void threshold(AlertRule rule, Map<String, String> wrong) {
        String given = rule.threshold();
        switch (rule.trigger()) {
            case EXECUTION_DURATION -> {
                if (given == null || !given.matches("[0-9]{1,9}")) {
                    wrong.put("threshold", "Give the duration in milliseconds, for example 30000.");
                }
            }
            case LOG_LEVEL -> {
                if (Arrays.stream(Severity.values())
                        .noneMatch(severity -> severity.name().equals(given))) {
                    wrong.put("threshold", "Give a severity: " + Arrays.toString(Severity.values()) + ".");
                }
            }
            default -> {
                if (given != null) {
                    wrong.put("threshold", "This trigger has no threshold: leave it out.");
                }
            }
        }
        if (rule.channel() == Channel.EMAIL && rule.quietMinutes() < 1) {
            wrong.put("quietMinutes", "An address gets at most one mail a minute of the same.");
        }
    }
}
