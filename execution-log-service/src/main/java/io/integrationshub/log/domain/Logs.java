package io.integrationshub.log.domain;

import io.integrationshub.contracts.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells the log from the facts: the lines that services wrote, and those that a hub's log always has (its start and end, each
 * step's name as it starts, each failure's message).
 */
final class Logs {
    /** By place first, so that the clock of another service cannot put a line before the start or behind the end. */
    private static final Comparator<Placed> READING_ORDER = Comparator.comparing(Placed::place)
            .thenComparing(placed -> placed.line().time())
            .thenComparingInt(Placed::attempt)
            .thenComparingInt(Placed::order)
            .thenComparingInt(Placed::position)
            .thenComparing(placed -> placed.line().id());

    private final List<Placed> lines = new ArrayList<>();

    private Logs() {}

    static List<LogLine> of(RecordedFact requested, List<RecordedFact> facts, Course course) {
        Logs logs = new Logs();
        Fact.Requested request = (Fact.Requested) requested.fact();
        Instant requestedAt = Course.micros(request.execution().requestedAt());
        String instance = "Instance '" + request.instance() + "'";
        logs.frame(
                Place.START,
                0,
                requested.eventId() + ".start",
                requestedAt,
                Severity.INFO,
                null,
                "Starting " + instance);
        logs.frame(
                Place.START,
                1,
                requested.eventId() + ".trigger",
                requestedAt,
                Severity.INFO,
                Steps.TRIGGER,
                Steps.TRIGGER);
        facts.forEach(logs::add);
        if (course.successor().isPresent()) {
            logs.frame(
                    Place.END,
                    0,
                    requested.eventId() + ".canceled",
                    course.endedAt(),
                    Severity.WARN,
                    null,
                    "Cancelled by a new execution");
        }
        if (course.endedAt() != null) {
            logs.frame(
                    Place.END,
                    1,
                    requested.eventId() + ".end",
                    course.endedAt(),
                    Severity.INFO,
                    null,
                    "Ending " + instance);
        }
        return logs.lines.stream().sorted(READING_ORDER).map(Placed::line).toList();
    }

    private void add(RecordedFact recorded) {
        switch (recorded.fact()) {
            case Fact.StepStarted e ->
                step(recorded, e, 0, Severity.INFO, e.step().name());
            case Fact.LogWritten e -> step(recorded, e, e.line(), e.severity(), e.message());
            case Fact.StepFailed e ->
                step(recorded, e, Integer.MAX_VALUE, Severity.ERROR, e.failure().message());
            case Fact.StepSkipped e ->
                step(recorded, e, Integer.MAX_VALUE, Severity.INFO, e.step().name() + " skipped: " + e.reason());
            case Fact.RetryRequested e ->
                frame(
                        Place.AFTERWARDS,
                        0,
                        recorded.eventId().toString(),
                        recorded.at(),
                        Severity.INFO,
                        null,
                        "Retry requested by " + e.actor() + (e.reason() == null ? "" : ": " + e.reason()));
            case Fact.StepSucceeded e -> {}
            case Fact.Requested e -> {}
            case Fact.Succeeded e -> {}
            case Fact.Failed e -> {}
        }
    }

    private void step(RecordedFact recorded, Fact.OfStep fact, int position, Severity severity, String message) {
        LogLine line = new LogLine(
                recorded.eventId().toString(),
                recorded.at(),
                severity,
                fact.step().name(),
                message);
        lines.add(new Placed(Place.STEPS, fact.step().attempt(), fact.step().order(), position, line));
    }

    private void frame(
            Place place, int position, String id, Instant time, Severity severity, String step, String message) {
        lines.add(new Placed(place, 0, 0, position, new LogLine(id, time, severity, step, message)));
    }

    private enum Place {
        START,
        STEPS,
        END,
        AFTERWARDS
    }

    private record Placed(Place place, int attempt, int order, int position, LogLine line) {}
}
