package io.integrationshub.log.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tells the steps from the facts. */
final class Steps {
    /** The first step, which nobody announces: the request itself. */
    static final String TRIGGER = "Integration Trigger";

    private static final int TRIGGER_ORDER = 10;

    private Steps() {}

    static List<StepHistory> of(Fact.Requested request, List<RecordedFact> facts, boolean ended) {
        Map<String, Integer> newestRun = new HashMap<>();
        Map<String, TreeMap<Integer, Try>> tries = new LinkedHashMap<>();
        Map<String, Integer> orders = new HashMap<>();
        for (RecordedFact recorded : facts) {
            if (recorded.fact() instanceof Fact.OfStep fact) {
                newestRun.merge(recorded.source(), fact.step().attempt(), Math::max);
                if (!(fact instanceof Fact.LogWritten)) {
                    orders.merge(fact.step().name(), fact.step().order(), Math::min);
                    tries.computeIfAbsent(fact.step().name(), name -> new TreeMap<>())
                            .computeIfAbsent(fact.step().attempt(), attempt -> new Try(recorded.source()))
                            .add(recorded.at(), fact);
                }
            }
        }
        Stream<StepHistory> announced = tries.entrySet().stream()
                .map(step -> new StepHistory(
                        step.getKey(),
                        orders.get(step.getKey()),
                        step.getValue().entrySet().stream()
                                .map(attempt -> attempt.getValue().told(attempt.getKey(), newestRun, ended))
                                .toList()));
        return Stream.concat(Stream.of(trigger(request)), announced)
                .sorted(Comparator.comparingInt(StepHistory::order).thenComparing(StepHistory::name))
                .toList();
    }

    private static StepHistory trigger(Fact.Requested request) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("trigger", request.execution().trigger());
        input.put("actor", request.execution().actor());
        input.put("reason", request.execution().reason());
        Instant at = Course.micros(request.execution().requestedAt());
        StepAttempt only = new StepAttempt(1, StepStatus.SUCCEEDED, at, 0L, 0, input, request.payload(), null, null);
        return new StepHistory(TRIGGER, TRIGGER_ORDER, List.of(only));
    }

    /** What is known of one attempt; of two facts of a kind the first said counts. */
    private static final class Try {
        private final String source;
        private Instant startedAt;
        private Map<String, Object> input = Map.of();
        private Fact.OfStep end;

        Try(String source) {
            this.source = source;
        }

        void add(Instant at, Fact.OfStep fact) {
            if (fact instanceof Fact.StepStarted started) {
                if (startedAt == null) {
                    startedAt = at;
                    input = started.input();
                }
            } else if (end == null) {
                end = fact;
            }
        }

        StepAttempt told(int attempt, Map<String, Integer> newestRun, boolean ended) {
            return switch (end) {
                case Fact.StepSucceeded e ->
                    new StepAttempt(
                            attempt,
                            StepStatus.SUCCEEDED,
                            Course.micros(e.startedAt()),
                            e.durationMs(),
                            e.writes(),
                            input,
                            e.output(),
                            null,
                            null);
                case Fact.StepFailed e ->
                    new StepAttempt(
                            attempt,
                            StepStatus.FAILED,
                            Course.micros(e.startedAt()),
                            e.durationMs(),
                            0,
                            input,
                            Map.of(),
                            ExecutionError.of(e.failure(), e.step().name()),
                            e.nextAttemptAt() == null ? null : Course.micros(e.nextAttemptAt()));
                case Fact.StepSkipped e -> {
                    Map<String, Object> output = new LinkedHashMap<>();
                    output.put("reason", e.reason());
                    yield new StepAttempt(attempt, StepStatus.SKIPPED, startedAt, null, 0, input, output, null, null);
                }
                case null, default -> {
                    boolean over = ended || attempt < newestRun.getOrDefault(source, attempt);
                    yield new StepAttempt(
                            attempt,
                            over ? StepStatus.INTERRUPTED : StepStatus.RUNNING,
                            startedAt,
                            null,
                            0,
                            input,
                            Map.of(),
                            null,
                            null);
                }
            };
        }
    }
}
