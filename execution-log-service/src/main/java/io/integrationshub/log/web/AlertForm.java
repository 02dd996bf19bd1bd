package io.integrationshub.log.web;

import io.integrationshub.contracts.Severity;
import io.integrationshub.log.application.AlertRules.AlertRule;
import io.integrationshub.log.application.AlertRules.Channel;
import io.integrationshub.log.application.AlertTrigger;
import io.integrationshub.log.application.ManageAlerts.Wish;
import io.integrationshub.runtime.web.Problems;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The form of an alert rule: what stands in its fields, and what is wrong with that. The address of a webhook goes in only: the one
 * that is kept never stands in the field, and an empty field keeps it.
 */
record AlertForm(Map<String, String> values, Map<String, String> objections) {
    private static final String QUIET = "60";

    /** A new rule, of one integration or (null) of all. */
    static AlertForm blank(UUID integration) {
        return new AlertForm(
                Map.of(
                        "trigger",
                        AlertTrigger.EXECUTION_FAILED.name(),
                        "integration",
                        integration == null ? "" : integration.toString(),
                        "channel",
                        Channel.WEBHOOK.name(),
                        "quietMinutes",
                        QUIET,
                        "enabled",
                        "true"),
                Map.of());
    }

    /** A rule as it is. */
    static AlertForm of(AlertRule rule) {
        Map<String, String> values = new HashMap<>();
        values.put("name", rule.name());
        values.put("trigger", rule.trigger().name());
        values.put(threshold(rule.trigger()), rule.threshold() == null ? "" : rule.threshold());
        values.put(
                "integration",
                rule.integrationId() == null ? "" : rule.integrationId().toString());
        values.put("channel", rule.channel().name());
        values.put("target", rule.channel() == Channel.EMAIL ? rule.target() : "");
        values.put("quietMinutes", Integer.toString(rule.quietMinutes()));
        values.put("enabled", Boolean.toString(rule.enabled()));
        return new AlertForm(values, Map.of());
    }

    /** As somebody sent it. */
    static AlertForm typed(MultivaluedMap<String, String> fields) {
        return new AlertForm(
                fields.keySet().stream().collect(Collectors.toMap(name -> name, fields::getFirst)), Map.of());
    }

    /** The same, and what is wrong by member of the rule. */
    AlertForm with(Map<String, String> wrong) {
        Map<String, String> found = new HashMap<>(wrong);
        String objection = found.remove("threshold");
        if (objection != null) {
            found.put(threshold(one("trigger", AlertTrigger.values())), objection);
        }
        return new AlertForm(values, found);
    }

    /** What is wanted; what nobody can read in it is absent or out of range there, for the use case to object to. */
    Wish wish() {
        AlertTrigger trigger = one("trigger", AlertTrigger.values());
        String minutes = value("quietMinutes").strip();
        return new Wish(
                value("name").strip(),
                trigger,
                given(threshold(trigger)),
                integration(),
                one("channel", Channel.values()),
                given("target"),
                minutes.matches("[0-9]{1,5}") ? Integer.parseInt(minutes) : -1,
                on("enabled"));
    }

    /** The field that the threshold of a trigger stands in; one that there is not for those that have none. */
    private static String threshold(AlertTrigger trigger) {
        return trigger == AlertTrigger.EXECUTION_DURATION
                ? "milliseconds"
                : trigger == AlertTrigger.LOG_LEVEL ? "severity" : "none";
    }

    /** Of this integration only; null for all. */
    UUID integration() {
        String given = given("integration");
        try {
            return given == null ? null : UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            throw Problems.badParameter("integration", "integration is the id of an integration, a UUID.");
        }
    }

    private <E extends Enum<E>> E one(String name, E[] known) {
        return Arrays.stream(known)
                .filter(each -> each.name().equals(value(name)))
                .findFirst()
                .orElse(null);
    }

    private String given(String name) {
        String value = value(name).strip();
        return value.isEmpty() ? null : value;
    }

    /** What stands in a field, empty for nothing. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** True for a box that is ticked. */
    public boolean on(String name) {
        return value(name).equals("true");
    }

    /** What is wrong with a field; empty for nothing. */
    public String objection(String name) {
        return objections.getOrDefault(name, "");
    }

    public boolean wrong(String name) {
        return objections.containsKey(name);
    }

    /** True when it was not kept. */
    public boolean refused() {
        return !objections.isEmpty();
    }

    /** To choose from. */
    public List<AlertTrigger> triggers() {
        return List.of(AlertTrigger.values());
    }

    /** To choose from. */
    public List<Severity> severities() {
        return List.of(Severity.values());
    }

    /** To choose from. */
    public List<Channel> channels() {
        return List.of(Channel.values());
    }
}
