package io.integrationshub.log.domain;

import io.integrationshub.contracts.AutomaticRetry;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The story of one execution, told from its facts. It is a function of the set of facts: in which order they arrived, and how
 * often, makes no difference. Clocks of different services are compared only to sort log lines, never to decide a status.
 *
 * @param output what a successful execution came to, empty otherwise
 * @param steps by their place in the execution
 * @param logs in the order to read them
 * @param specHash SHA-256 of the revision that was asked for, or null
 * @param automaticRetry whether it is tried again by itself should it fail, or null
 */
public record History(
        ExecutionSummary summary,
        Map<String, Object> output,
        List<StepHistory> steps,
        List<LogLine> logs,
        String specHash,
        AutomaticRetry automaticRetry) {

    /**
     * Tells the story.
     *
     * @param facts of one execution, in any order
     * @param successor the next execution of the integration, where one is known
     * @return empty while nobody has said that the execution was asked for
     */
    public static Optional<History> of(Collection<RecordedFact> facts, Optional<Successor> successor) {
        List<RecordedFact> sorted = sorted(facts);
        return sorted.stream()
                .filter(recorded -> recorded.fact() instanceof Fact.Requested)
                .findFirst()
                .map(requested -> of(requested, sorted, successor));
    }

    private static History of(RecordedFact requested, List<RecordedFact> sorted, Optional<Successor> successor) {
        // Another integration's fact under this execution's id is no part of this story.
        List<RecordedFact> own = sorted.stream()
                .filter(recorded -> recorded.integrationId().equals(requested.integrationId()))
                .toList();
        Fact.Requested request = (Fact.Requested) requested.fact();
        Course course = Course.of(own, successor);
        List<StepHistory> steps = Steps.of(request, own, course.status().ended());
        // A wish to try again is no sign of life.
        Instant heardAt = own.stream()
                .filter(recorded -> !(recorded.fact() instanceof Fact.RetryRequested))
                .map(RecordedFact::at)
                .max(Comparator.naturalOrder())
                .orElse(requested.at());
        return new History(
                course.summary(requested, steps, heardAt),
                course.output(),
                steps,
                Logs.of(requested, own, course),
                request.specHash(),
                request.automaticRetry());
    }

    /** What is left when the facts are too old to be kept: no steps, no logs, no output. */
    public static History purged(ExecutionSummary summary) {
        return new History(summary, Map.of(), List.of(), List.of(), null, null);
    }

    /** True when the facts were too old to be kept: every kept story has a first step. */
    public boolean purged() {
        return steps.isEmpty();
    }

    /** As it stands now, see {@link ExecutionSummary#at}. */
    public History at(Instant silentSince) {
        ExecutionSummary now = summary.at(silentSince);
        return now.status() == summary.status()
                ? this
                : new History(
                        now,
                        output,
                        steps.stream().map(StepHistory::interrupted).toList(),
                        logs,
                        specHash,
                        automaticRetry);
    }

    private static List<RecordedFact> sorted(Collection<RecordedFact> facts) {
        Map<UUID, RecordedFact> distinct = new LinkedHashMap<>();
        facts.forEach(recorded -> distinct.putIfAbsent(recorded.eventId(), recorded));
        return distinct.values().stream()
                .sorted(Comparator.comparing(RecordedFact::at).thenComparing(RecordedFact::eventId))
                .toList();
    }
}
