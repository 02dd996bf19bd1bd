package io.integrationshub.log.application;

import io.integrationshub.log.application.AlertRules.AlertRule;
import io.integrationshub.log.application.Notices.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers what a store wants to be told of, and whether that works; three statements, however many rules there are. */
@ApplicationScoped
public class ReadAlerts {
    private final AlertRules rules;
    private final Notices notices;
    private final Instances instances;

    ReadAlerts(AlertRules rules, Notices notices, Instances instances) {
        this.rules = rules;
        this.notices = notices;
        this.instances = instances;
    }

    /**
     * A rule and how it does.
     *
     * @param newest its newest notice, or null
     * @param instance what the integration is called that it is about; null for all, or when nothing is known of it
     */
    public record Alert(AlertRule rule, Notice newest, String instance) {}

    /** All of a store, by name. */
    public List<Alert> list(String storeId) {
        List<AlertRule> found = rules.list(storeId);
        Map<UUID, Notice> newest = notices
                .newestOfEach(found.stream().map(AlertRule::id).toList())
                .stream()
                .collect(Collectors.toMap(Notice::ruleId, Function.identity()));
        Map<UUID, String> names = instances.names(
                storeId,
                found.stream()
                        .map(AlertRule::integrationId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        return found.stream()
                .sorted(Comparator.comparing(AlertRule::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(AlertRule::id))
                .map(rule -> new Alert(rule, newest.get(rule.id()), names.get(rule.integrationId())))
                .toList();
    }
}
