package io.integrationshub.log.domain;

import io.integrationshub.contracts.Execution;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * How far an execution has come.
 *
 * @param end the fact that ended it: the first one said, should there be more
 * @param endedAt when it ended, or null
 * @param pending the failure after which the hub goes on by itself
 * @param successor who replaced it; only when CANCELED
 */
record Course(
        Status status,
        Optional<RecordedFact> end,
        Instant endedAt,
        Optional<Fact.StepFailed> pending,
        Optional<Successor> successor) {

    static Course of(List<RecordedFact> facts, Optional<Successor> successor) {
        Optional<RecordedFact> end = facts.stream()
                .filter(recorded -> recorded.fact() instanceof Fact.Succeeded || recorded.fact() instanceof Fact.Failed)
                .findFirst();
        if (end.isPresent()) {
            Status status = end.get().fact() instanceof Fact.Succeeded ? Status.SUCCEEDED : Status.FAILED;
            return new Course(status, end, end.get().at(), Optional.empty(), Optional.empty());
        }
        if (successor.isPresent()) {
            Instant at = micros(successor.get().requestedAt());
            return new Course(Status.CANCELED, end, at, Optional.empty(), successor);
        }
        Optional<Fact.StepFailed> pending = pending(facts);
        if (pending.isPresent()) {
            return new Course(Status.RETRY_PENDING, end, null, pending, successor);
        }
        boolean begun = facts.stream().anyMatch(recorded -> recorded.fact() instanceof Fact.OfStep);
        return new Course(begun ? Status.RUNNING : Status.QUEUED, end, null, pending, successor);
    }

    /**
     * Only one service at a time works on an execution, and each goes through its steps in their order, run by run. So the
     * execution waits when the last thing that one of them said of its furthest step is that it will be tried again.
     */
    private static Optional<Fact.StepFailed> pending(List<RecordedFact> facts) {
        Map<String, Fact.OfStep> furthest = new HashMap<>();
        for (RecordedFact recorded : facts) {
            if (recorded.fact() instanceof Fact.OfStep step && !(step instanceof Fact.LogWritten)) {
                furthest.merge(recorded.source(), step, Course::further);
            }
        }
        return furthest.values().stream()
                .filter(Fact.StepFailed.class::isInstance)
                .map(Fact.StepFailed.class::cast)
                .filter(failed -> failed.nextAttemptAt() != null)
                .min(Comparator.comparing(Fact.StepFailed::nextAttemptAt));
    }

    private static Fact.OfStep further(Fact.OfStep one, Fact.OfStep other) {
        return Comparator.<Fact.OfStep>comparingInt(fact -> fact.step().attempt())
                                .thenComparingInt(fact -> fact.step().order())
                                .thenComparing(fact -> !(fact instanceof Fact.StepStarted))
                                .compare(one, other)
                        < 0
                ? other
                : one;
    }

    Map<String, Object> output() {
        return end.map(RecordedFact::fact)
                .filter(Fact.Succeeded.class::isInstance)
                .map(fact -> ((Fact.Succeeded) fact).output())
                .orElse(Map.of());
    }

    ExecutionSummary summary(RecordedFact requested, List<StepHistory> steps, Instant heardAt) {
        Fact.Requested request = (Fact.Requested) requested.fact();
        Execution execution = request.execution();
        Instant requestedAt = micros(execution.requestedAt());
        Instant startedAt = started(steps);
        return new ExecutionSummary(
                execution.id(),
                request.storeId(),
                requested.integrationId(),
                request.instance(),
                execution.number(),
                request.generation(),
                execution.trigger(),
                execution.actor(),
                execution.reason(),
                execution.retryOf(),
                successor.map(Successor::id).orElse((UUID) null),
                status,
                requestedAt,
                startedAt,
                endedAt,
                endedAt == null ? null : millis(startedAt == null ? requestedAt : startedAt, endedAt),
                pending.map(failed -> micros(failed.nextAttemptAt())).orElse(null),
                steps.stream().mapToInt(StepHistory::writes).sum(),
                heardAt,
                error());
    }

    private ExecutionError error() {
        return end.map(RecordedFact::fact)
                .filter(Fact.Failed.class::isInstance)
                .map(Fact.Failed.class::cast)
                .map(failed -> ExecutionError.of(failed.failure(), failed.step()))
                .or(() -> pending.map(failed ->
                        ExecutionError.of(failed.failure(), failed.step().name())))
                .orElse(null);
    }

    private static Instant started(List<StepHistory> steps) {
        return steps.stream()
                .filter(step -> !step.name().equals(Steps.TRIGGER))
                .flatMap(step -> step.attempts().stream())
                .map(StepAttempt::startedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Never negative: the two instants may come from two clocks. */
    private static long millis(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }

    static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
