package io.integrationshub.log.web;

import io.integrationshub.log.domain.History;
import io.integrationshub.log.domain.StepAttempt;
import io.integrationshub.log.domain.StepHistory;
import io.integrationshub.log.domain.StepStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When which attempt of which step ran, in thousandths of the time from the first to the last.
 *
 * @param ticks marks of the axis
 */
record Timeline(List<Row> rows, Instant from, Instant to, List<Tick> ticks) {
    private static final int WHOLE = 1000;
    /** So wide that a bar is seen. */
    private static final int LEAST = 6;

    private static final int TICKS = 4;

    /** A step; without a bar when nothing is known of its time. */
    record Row(String step, StepStatus status, List<Bar> bars, Long durationMs) {
        /** For people who do not see the bars. */
        public String told() {
            return bars.stream()
                    .map(Bar::told)
                    .reduce((one, other) -> one + "; " + other)
                    .orElse("did not run");
        }
    }

    /**
     * An attempt, or (without a status) the wait for the next one.
     *
     * @param style of the style sheet
     */
    record Bar(String style, String told, int x, int width) {}

    /** A mark of the axis: so long after the beginning. */
    record Tick(int x, long afterMs) {}

    /** @param now where an attempt that runs ends for the time being */
    static Timeline of(History history, Instant now) {
        Instant from = bounds(history, StepAttempt::startedAt)
                .min(Comparator.naturalOrder())
                .orElse(history.summary().requestedAt());
        boolean runs = bounds(history, attempt -> attempt.status() == StepStatus.RUNNING ? now : null)
                .findAny()
                .isPresent();
        Instant to = Stream.of(
                        bounds(history, Timeline::end),
                        Stream.ofNullable(history.summary().endedAt()),
                        runs ? Stream.of(now) : Stream.<Instant>empty())
                .flatMap(Function.identity())
                .max(Comparator.naturalOrder())
                .filter(end -> end.isAfter(from))
                .orElse(from.plusMillis(1));
        Scale scale = new Scale(from, Math.max(1, Duration.between(from, to).toMillis()));
        List<Row> rows =
                history.steps().stream().map(step -> row(step, scale, to)).toList();
        return new Timeline(rows, from, to, scale.ticks());
    }

    private record Scale(Instant from, long wholeMs) {
        int x(Instant time) {
            return (int) Math.clamp(Duration.between(from, time).toMillis() * WHOLE / wholeMs, 0, WHOLE);
        }

        Bar bar(String style, String told, Instant start, Instant end) {
            int width = Math.max(LEAST, x(end) - x(start));
            return new Bar(style, told, Math.min(x(start), WHOLE - width), width);
        }

        List<Tick> ticks() {
            return IntStream.rangeClosed(0, TICKS)
                    .mapToObj(tick -> new Tick(tick * WHOLE / TICKS, tick * wholeMs / TICKS))
                    .toList();
        }
    }

    private static Row row(StepHistory step, Scale scale, Instant to) {
        List<Bar> bars = new ArrayList<>();
        Instant free = null;
        long duration = 0;
        for (StepAttempt attempt : step.attempts()) {
            if (attempt.startedAt() != null) {
                if (free != null && attempt.startedAt().isAfter(free)) {
                    bars.add(scale.bar("waiting", "waiting", free, attempt.startedAt()));
                }
                Instant end = attempt.status() == StepStatus.RUNNING ? to : end(attempt);
                bars.add(scale.bar(Shown.style(attempt.status()), told(attempt), attempt.startedAt(), end));
                free = end;
                duration += attempt.durationMs() == null ? 0 : attempt.durationMs();
            }
        }
        return new Row(step.name(), step.latest().status(), bars, bars.isEmpty() ? null : (Long) duration);
    }

    private static String told(StepAttempt attempt) {
        String word = "attempt " + attempt.attempt() + ": " + Shown.word(attempt.status());
        return attempt.durationMs() == null ? word : word + ", " + Shown.duration(attempt.durationMs());
    }

    private static Stream<Instant> bounds(History history, Function<StepAttempt, Instant> bound) {
        return history.steps().stream()
                .map(StepHistory::attempts)
                .flatMap(List::stream)
                .map(bound)
                .filter(Objects::nonNull);
    }

    private static Instant end(StepAttempt attempt) {
        return attempt.startedAt() == null || attempt.durationMs() == null
                ? attempt.startedAt()
                : attempt.startedAt().plusMillis(attempt.durationMs());
    }
}
