package io.integrationshub.log.application;

import io.integrationshub.contracts.Severity;
import io.integrationshub.log.application.AlertRules.AlertRule;
import io.integrationshub.log.application.AlertRules.Channel;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is wrong with a rule as somebody wants it, all of it at once. Sends nothing and asks no name server. */
@ApplicationScoped
class RuleChecks {
    private final List<Messenger> messengers;

    RuleChecks(@All List<Messenger> messengers) {
        this.messengers = List.copyOf(messengers);
    }

    /** By member: what is wrong, and what would be right; never quotes the target. */
    Map<String, String> objections(AlertRule rule) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (rule.name() == null || rule.name().isBlank()) {
            wrong.put("name", "Give the rule a name.");
        } else if (rule.name().length() > AlertRules.LONGEST_NAME) {
            wrong.put("name", "A name has at most " + AlertRules.LONGEST_NAME + " characters.");
        }
        if (rule.trigger() == null) {
            wrong.put("trigger", "Choose what to tell of.");
        } else {
            threshold(rule).ifPresent(objection -> wrong.put("threshold", objection));
        }
        if (rule.channel() == null) {
            wrong.put("channel", "Choose how to tell.");
        } else {
            target(rule).ifPresent(objection -> wrong.put("target", objection));
        }
        quiet(rule).ifPresent(objection -> wrong.put("quietMinutes", objection));
        return wrong;
    }

    private Optional<String> target(AlertRule rule) {
        String target = rule.target() == null ? "" : rule.target();
        if (target.length() > AlertRules.LONGEST_TARGET) {
            return Optional.of("An address has at most " + AlertRules.LONGEST_TARGET + " characters.");
        }
        return messengers.stream()
                .filter(messenger -> messenger.channel() == rule.channel())
                .findFirst()
                .flatMap(messenger -> messenger.objection(target));
    }

    private static Optional<String> quiet(AlertRule rule) {
        if (rule.quietMinutes() < 0 || rule.quietMinutes() > AlertRules.LONGEST_QUIET) {
            return Optional.of("Give whole minutes, from 0 to " + AlertRules.LONGEST_QUIET + " (a week).");
        }
        return rule.channel() == Channel.EMAIL && rule.quietMinutes() == 0
                ? Optional.of("An address gets at most one mail a minute of the same.")
                : Optional.empty();
    }

    private static Optional<String> threshold(AlertRule rule) {
        String given = rule.threshold();
        return switch (rule.trigger()) {
            case EXECUTION_DURATION ->
                given == null || !given.matches("[0-9]{1,9}")
                        ? Optional.of("Give the duration in milliseconds, for example 30000.")
                        : Optional.empty();
            case LOG_LEVEL ->
                Arrays.stream(Severity.values())
                                .noneMatch(severity -> severity.name().equals(given))
                        ? Optional.of("Give a severity: " + Arrays.toString(Severity.values()) + ".")
                        : Optional.empty();
            default -> given == null ? Optional.empty() : Optional.of("This trigger has no threshold: leave it out.");
        };
    }
}
