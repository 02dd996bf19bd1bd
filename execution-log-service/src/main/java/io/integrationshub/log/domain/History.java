package io.integrationshub.log.domain;

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
 */
public record History(
        ExecutionSummary summary, Map<String, Object> output, List<StepHistory> steps, List<LogLine> logs) {

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
        return new History(course.summary(requested, steps), course.output(), steps, Logs.of(requested, own, course));
    }

    private static List<RecordedFact> sorted(Collection<RecordedFact> facts) {
        Map<UUID, RecordedFact> distinct = new LinkedHashMap<>();
        facts.forEach(recorded -> distinct.putIfAbsent(recorded.eventId(), recorded));
        return distinct.values().stream()
                .sorted(Comparator.comparing(RecordedFact::at).thenComparing(RecordedFact::eventId))
                .toList();
    }
}
