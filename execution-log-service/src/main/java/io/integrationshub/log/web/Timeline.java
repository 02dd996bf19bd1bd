package io.integrationshub.log.web;

import io.integrationshub.log.domain.History;
import io.integrationshub.log.domain.StepAttempt;
import io.integrationshub.log.domain.StepHistory;
import io.integrationshub.log.domain.StepStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** When which attempt of which step ran, in thousandths of the time from the first to the last. */
record Timeline(List<Row> rows, Instant from, Instant to) {
    private static final int WHOLE = 1000;

    /** A step; without a bar when nothing is known of its time. */
    record Row(String step, StepStatus status, List<Bar> bars) {}

    /** An attempt. */
    record Bar(int attempt, StepStatus status, Long durationMs, int x, int width) {}

    static Timeline of(History history) {
        Instant from = bounds(history, Timeline::start)
                .min(Comparator.naturalOrder())
                .orElse(history.summary().requestedAt());
        Instant to = Stream.concat(
                        bounds(history, Timeline::end),
                        Stream.ofNullable(history.summary().endedAt()))
                .max(Comparator.naturalOrder())
                .orElse(from);
        long whole = Math.max(1, Duration.between(from, to).toMillis());
        List<Row> rows = history.steps().stream()
                .map(step -> new Row(
                        step.name(),
                        step.latest().status(),
                        step.attempts().stream()
                                .filter(attempt -> attempt.startedAt() != null)
                                .map(attempt -> bar(attempt, from, to, whole))
                                .toList()))
                .toList();
        return new Timeline(rows, from, to);
    }

    private static Bar bar(StepAttempt attempt, Instant from, Instant to, long whole) {
        Instant end = attempt.status() == StepStatus.RUNNING ? to : end(attempt);
        int x = (int) (Duration.between(from, attempt.startedAt()).toMillis() * WHOLE / whole);
        int width = (int) (Duration.between(attempt.startedAt(), end).toMillis() * WHOLE / whole);
        // Wide enough to be seen, and never outside.
        int shown = Math.max(6, width);
        return new Bar(
                attempt.attempt(),
                attempt.status(),
                attempt.durationMs(),
                Math.clamp(x, 0, WHOLE - Math.min(shown, WHOLE)),
                Math.min(shown, WHOLE));
    }

    private static Stream<Instant> bounds(History history, java.util.function.Function<StepAttempt, Instant> bound) {
        return history.steps().stream()
                .map(StepHistory::attempts)
                .flatMap(List::stream)
                .map(bound)
                .filter(Objects::nonNull);
    }

    private static Instant start(StepAttempt attempt) {
        return attempt.startedAt();
    }

    private static Instant end(StepAttempt attempt) {
        return attempt.startedAt() == null || attempt.durationMs() == null
                ? attempt.startedAt()
                : attempt.startedAt().plusMillis(attempt.durationMs());
    }
}
