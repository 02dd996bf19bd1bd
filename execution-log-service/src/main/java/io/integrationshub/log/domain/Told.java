package io.integrationshub.log.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the facts of one execution amount to.
 *
 * @param requested that it was asked for
 * @param facts of this execution, each once, in the order of their time
 */
record Told(
        RecordedFact requested,
        List<RecordedFact> facts,
        Course course,
        List<StepHistory> steps,
        ExecutionSummary summary) {
    private static final Comparator<RecordedFact> BY_TIME =
            Comparator.comparing(RecordedFact::at).thenComparing(RecordedFact::eventId);

    /** Empty while nobody has said that the execution was asked for. */
    static Optional<Told> of(Collection<RecordedFact> facts, Optional<Successor> successor) {
        List<RecordedFact> sorted = sorted(facts);
        return sorted.stream()
                .filter(recorded -> recorded.fact() instanceof Fact.Requested)
                .findFirst()
                .map(requested -> of(requested, sorted, successor));
    }

    private static Told of(RecordedFact requested, List<RecordedFact> sorted, Optional<Successor> successor) {
        // Another integration's fact under this execution's id is no part of this story.
        List<RecordedFact> own = sorted.stream()
                .filter(recorded -> recorded.integrationId().equals(requested.integrationId()))
                .toList();
        Course course = Course.of(own, successor);
        List<StepHistory> steps =
                Steps.of((Fact.Requested) requested.fact(), own, course.status().ended());
        // A wish to try again is no sign of life.
        Instant heardAt = own.stream()
                .filter(recorded -> !(recorded.fact() instanceof Fact.RetryRequested))
                .map(RecordedFact::at)
                .max(Comparator.naturalOrder())
                .orElse(requested.at());
        return new Told(requested, own, course, steps, course.summary(requested, steps, heardAt));
    }

    Fact.Requested request() {
        return (Fact.Requested) requested.fact();
    }

    private static List<RecordedFact> sorted(Collection<RecordedFact> facts) {
        Map<UUID, RecordedFact> distinct = new HashMap<>();
        facts.forEach(recorded -> distinct.putIfAbsent(recorded.eventId(), recorded));
        return distinct.values().stream().sorted(BY_TIME).toList();
    }
}
