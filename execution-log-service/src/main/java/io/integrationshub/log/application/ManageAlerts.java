package io.integrationshub.log.application;

import io.integrationshub.log.application.AlertRules.AlertRule;
import io.integrationshub.log.application.AlertRules.Channel;
import io.integrationshub.log.application.Audit.Action;
import io.integrationshub.log.application.Audit.Deed;
import io.integrationshub.log.application.Notices.Seen;
import io.integrationshub.runtime.jobs.Jobs;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Makes, changes, tries and removes rules, and notes who did: by the rule's name, as the address of a webhook is often a secret. */
@ApplicationScoped
public class ManageAlerts {
    private final AlertRules rules;
    private final RuleChecks checks;
    private final Notices notices;
    private final Audit audit;
    private final Jobs jobs;
    private final Clock clock;

    ManageAlerts(AlertRules rules, RuleChecks checks, Notices notices, Audit audit, Jobs jobs, Clock clock) {
        this.rules = rules;
        this.checks = checks;
        this.notices = notices;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * A rule as somebody wants it.
     *
     * @param target null for the address that the rule has, where it stays a webhook: whoever changes it may not know it
     * @see AlertRule
     */
    public record Wish(
            String name,
            AlertTrigger trigger,
            String threshold,
            UUID integrationId,
            Channel channel,
            String target,
            int quietMinutes,
            boolean enabled) {
        private AlertRule rule(UUID id, String storeId, String address, String actor, Instant now) {
            return new AlertRule(
                    id,
                    storeId,
                    name,
                    trigger,
                    threshold,
                    integrationId,
                    channel,
                    address,
                    quietMinutes,
                    enabled,
                    actor,
                    now);
        }

        private AlertRule over(AlertRule rule, String actor, Instant now) {
            boolean kept = target == null && channel == Channel.WEBHOOK && rule.channel() == Channel.WEBHOOK;
            return rule(rule.id(), rule.storeId(), kept ? rule.target() : target, actor, now);
        }
    }

    /** What becomes of a rule. */
    public sealed interface Outcome {
        record Kept(AlertRule rule) implements Outcome {}

        /** By member: what is wrong, and what would be right. */
        record Wrong(Map<String, String> members) implements Outcome {}

        /** The store has none such, or no longer. */
        record Gone() implements Outcome {}
    }

    /** Makes a new one. */
    public Outcome make(String storeId, Wish wish, String actor) {
        AlertRule rule = wish.rule(UUID.randomUUID(), storeId, wish.target(), actor, now());
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<String, String> wrong = checks.objections(rule);
            if (rules.list(storeId).size() >= AlertRules.MOST) {
                wrong.put("name", "A store has at most " + AlertRules.MOST + " rules: remove one first.");
            }
            return keep(rule, wrong, Action.ALERT_RULE_MADE);
        });
    }

    /** Changes one. */
    public Outcome change(String storeId, UUID id, Wish wish, String actor) {
        return outcome(storeId, id, rule -> {
            AlertRule changed = wish.over(rule, actor, now());
            return keep(changed, checks.objections(changed), Action.ALERT_RULE_CHANGED);
        });
    }

    /** Turns one on or off; off goes whatever is wrong with it by now. */
    public Outcome turn(String storeId, UUID id, boolean on, String actor) {
        return outcome(storeId, id, rule -> {
            if (rule.enabled() == on) {
                return new Outcome.Kept(rule);
            }
            AlertRule turned = rule.turned(on, actor, now());
            return keep(turned, on ? checks.objections(turned) : Map.of(), Action.ALERT_RULE_CHANGED);
        });
    }

    /** Removes one with its notices; false when the store has none such. */
    public boolean remove(String storeId, UUID id, String actor) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<AlertRule> removed = rules.remove(storeId, id);
            removed.ifPresent(rule -> note(rule, actor, Action.ALERT_RULE_REMOVED));
            return removed.isPresent();
        });
    }

    /** Sends a notice as the rule would; answers its id, empty when the store has no such rule. */
    public Optional<UUID> tryOut(String storeId, UUID id, String actor) {
        return QuarkusTransaction.requiringNew()
                .call(() -> rules.lock(storeId, id).map(rule -> {
                    UUID notice = test(rule, actor);
                    jobs.wake(SendNotices.NAME, notice.toString());
                    note(rule, actor, Action.ALERT_RULE_TESTED);
                    return notice;
                }));
    }

    private UUID test(AlertRule rule, String actor) {
        Instant now = clock.instant();
        Seen test = new Seen(
                rule.id(),
                "test/" + UUID.randomUUID(),
                1,
                now,
                now,
                new UUID(0, 0),
                "Test",
                null,
                "A test by " + actor + ".");
        return notices.tell(notices.see(List.of(test)).getFirst(), now).id();
    }

    private Outcome outcome(String storeId, UUID id, Function<AlertRule, Outcome> change) {
        return QuarkusTransaction.requiringNew()
                .call(() -> rules.lock(storeId, id).map(change).orElseGet(Outcome.Gone::new));
    }

    private Outcome keep(AlertRule rule, Map<String, String> wrong, Action action) {
        if (!wrong.isEmpty()) {
            return new Outcome.Wrong(wrong);
        }
        rules.put(rule);
        note(rule, rule.changedBy(), action);
        return new Outcome.Kept(rule);
    }

    private void note(AlertRule rule, String actor, Action action) {
        audit.note(rule.storeId(), new Deed(actor, action, rule.id().toString(), rule.name()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
