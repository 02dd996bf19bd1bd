package io.integrationshub.log.domain;

import io.integrationshub.contracts.AutomaticRetry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The story of one execution, told from its facts. It is a function of the set of facts: in which order they arrived, and how
 * often, makes no difference. Clocks of different services are compared only to sort log lines, never to decide a status.
 *
 * @param output what a successful execution came to, empty otherwise
 * @param steps by their place in the execution
 * @param logs in the order to read them
 * @param specHash SHA-256 of the revision that was asked for, or null
 * @param automaticRetry whether it is tried again by itself should it fail, or null
 * @param traceId of the trace that all of its work belongs to, or null
 */
public record History(
        ExecutionSummary summary,
        Map<String, Object> output,
        List<StepHistory> steps,
        List<LogLine> logs,
        String specHash,
        AutomaticRetry automaticRetry,
        String traceId) {

    /**
     * Tells the story.
     *
     * @param facts of one execution, in any order
     * @param successor the next execution of the integration, where one is known
     * @return empty while nobody has said that the execution was asked for
     */
    public static Optional<History> of(Collection<RecordedFact> facts, Optional<Successor> successor) {
        return Told.of(facts, successor)
                .map(told -> new History(
                        told.summary(),
                        told.course().output(),
                        told.steps(),
                        Logs.of(told.requested(), told.facts(), told.course()),
                        told.request().specHash(),
                        told.request().automaticRetry(),
                        told.request().traceId()));
    }

    /** What is left when the facts are too old to be kept: no steps, no logs, no output. */
    public static History purged(ExecutionSummary summary) {
        return new History(summary, Map.of(), List.of(), List.of(), null, null, null);
    }

    /** True when the facts were too old to be kept: every kept story has a first step. */
    public boolean purged() {
        return steps.isEmpty();
    }

    /** The names of the steps that changed something. */
    public Set<String> made() {
        return steps.stream()
                .filter(step -> step.writes() > 0)
                .map(StepHistory::name)
                .collect(Collectors.toSet());
    }

    /**
     * The same with the steps marked that found what they need.
     *
     * @param made names of the steps that made something in the executions that this one tries again
     */
    public History reusing(Set<String> made) {
        return with(summary, steps.stream().map(step -> step.reusing(made)).toList());
    }

    private History with(ExecutionSummary now, List<StepHistory> shown) {
        return new History(now, output, shown, logs, specHash, automaticRetry, traceId);
    }

    /** What it was asked for; empty once that is too old to be kept. */
    public Map<String, Object> payload() {
        return steps.stream()
                .filter(step -> step.name().equals(Steps.TRIGGER))
                .findFirst()
                .map(step -> step.latest().output())
                .orElse(Map.of());
    }

    /** As it stands now, see {@link ExecutionSummary#at}. */
    public History at(Instant silentSince) {
        ExecutionSummary now = summary.at(silentSince);
        return now.status() == summary.status()
                ? this
                : with(now, steps.stream().map(StepHistory::interrupted).toList());
    }
}
