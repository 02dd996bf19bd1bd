package io.integrationshub.log.application;

import io.integrationshub.log.domain.ExecutionSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a bulk retry would do.
 *
 * @param version changes when what it would do changes
 * @param more there are more executions than are looked at; the newest are here
 */
public record BulkPlan(List<Choice> choices, String version, boolean more) {
    public BulkPlan {
        choices = List.copyOf(choices);
    }

    /** What is to be done with an execution. */
    public enum Decision {
        RETRY,
        /** A newer execution of its integration succeeded. */
        RECOVERED,
        /** A newer execution of its integration is there. */
        SUPERSEDED,
        /** It was asked for again before. */
        ALREADY_RETRIED,
        /** It did not fail. */
        RUN_NOT_RETRYABLE,
        /** Its steps were too old to be kept. */
        HISTORY_PURGED
    }

    /** An execution with what is to be done. */
    public record Choice(ExecutionSummary execution, Decision decision) {}

    static BulkPlan of(List<Choice> choices, boolean more) {
        String text = choices.stream()
                .map(choice -> choice.execution().id() + " " + choice.decision())
                .collect(Collectors.joining("\n"));
        return new BulkPlan(choices, Fingerprint.of(text), more);
    }

    /** How many of each. */
    public Map<Decision, Long> decisions() {
        return count(Choice::decision, choices);
    }

    /** How many to retry by cause. */
    public Map<String, Long> causes() {
        return count(
                choice -> Optional.ofNullable(choice.execution().cause())
                        .orElse(choice.execution().status().name()),
                toRetry());
    }

    /** Those to retry, newest first. */
    public List<Choice> toRetry() {
        return choices.stream()
                .filter(choice -> choice.decision() == Decision.RETRY)
                .toList();
    }

    /** How many of those to retry may change something twice. */
    public long mayChangeTwice() {
        return toRetry().stream()
                .filter(choice -> choice.execution().mayChangeTwice())
                .count();
    }

    List<UUID> ids() {
        return toRetry().stream().map(choice -> choice.execution().id()).toList();
    }

    private static <K extends Comparable<K>> Map<K, Long> count(Function<Choice, K> key, List<Choice> choices) {
        return choices.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }
}
