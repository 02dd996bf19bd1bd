package io.integrationshub.log.listing;

import io.integrationshub.log.domain.ExecutionError;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.History;
import io.integrationshub.log.domain.LogLine;
import io.integrationshub.log.domain.StepAttempt;
import io.integrationshub.log.domain.StepHistory;
import io.integrationshub.log.domain.StepStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What happened in an execution, to hand to somebody who cannot look here. Holds what the log holds: no secret, not even a sealed
 * one.
 *
 * @param exportedBy who asked for it
 * @param specHash SHA-256 of the revision it ran with, or null
 * @param traceId of the trace that all of its work belongs to, or null
 * @param plan what was wanted, and what came of it step by step
 * @param events what was said, in the order of its time
 * @param sha256 over the hashes of all events, one a line: whoever has the same events gets the same hash
 */
public record Evidence(
        String format,
        Instant exportedAt,
        String exportedBy,
        ExecutionSummary execution,
        String specHash,
        String traceId,
        Plan plan,
        Map<String, Object> output,
        List<StepHistory> steps,
        List<LogLine> logs,
        List<Event> events,
        String sha256) {
    static final String FORMAT = "integrations-hub/evidence/1";

    /** @param wanted the configuration that it was asked for, without secrets */
    public record Plan(Map<String, Object> wanted, List<Action> actions) {
        static Plan of(History history) {
            Map<String, Object> wanted = history.steps().stream()
                    .findFirst()
                    .map(trigger -> trigger.latest().output())
                    .orElse(Map.of());
            return new Plan(
                    wanted, history.steps().stream().skip(1).map(Action::of).toList());
        }
    }

    /**
     * A step of the plan.
     *
     * @param request what it worked with, redacted
     * @param changes how many it made outside
     * @param requestIds of AWS or Commerce, where they refused
     */
    public record Action(
            String step,
            int order,
            StepStatus status,
            Map<String, Object> request,
            Map<String, Object> result,
            int changes,
            List<String> requestIds) {
        static Action of(StepHistory step) {
            return new Action(
                    step.name(),
                    step.order(),
                    step.latest().status(),
                    step.latest().input(),
                    step.latest().output(),
                    step.writes(),
                    step.attempts().stream()
                            .map(StepAttempt::error)
                            .filter(Objects::nonNull)
                            .map(ExecutionError::requestId)
                            .filter(Objects::nonNull)
                            .toList());
        }
    }

    /**
     * @param fact what the log keeps of the event
     * @param sha256 over {@code fact} as it is written here
     */
    public record Event(String id, String source, Instant time, String kind, String fact, String sha256) {}
}
