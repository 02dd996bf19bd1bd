package io.integrationshub.log.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Severity;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.application.AutomaticRetries;
import io.integrationshub.log.application.AutomaticRetries.AutomaticRetry;
import io.integrationshub.log.application.Tallies;
import io.integrationshub.log.domain.ExecutionError;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.History;
import io.integrationshub.log.domain.LogLine;
import io.integrationshub.log.domain.Status;
import io.integrationshub.log.domain.StepAttempt;
import io.integrationshub.log.domain.StepHistory;
import io.integrationshub.log.domain.StepStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the API answers: JSON members are these records' components. Times are UTC, durations milliseconds. */
final class Answers {
    private Answers() {}

    /**
     * @param searchedTo executions older than that were not looked at; null when the page does not end for that reason
     */
    record ExecutionPage(List<Execution> items, String next, Instant searchedTo) {}

    /** The last 24 hours. {@code failureRatio} is null when nothing ended. */
    record Statistics(
            Instant since,
            Map<Status, Long> executions,
            Double failureRatio,
            Long averageMs,
            List<Hour> hours,
            List<Tallies.StepCost> slowestSteps) {}

    record Hour(Instant hour, Map<Status, Long> executions) {}

    record Lineage(List<Execution> items) {}

    record StepPage(List<Step> items) {}

    record LogPage(List<Log> items, String next) {}

    record RetryRequested(boolean retryRequested) {}

    record Execution(
            UUID id,
            long number,
            UUID integrationId,
            String storeId,
            String instance,
            Trigger trigger,
            String actor,
            String reason,
            long generation,
            UUID retryOf,
            UUID supersededBy,
            Status status,
            Instant requestedAt,
            Instant startedAt,
            Instant endedAt,
            Long durationMs,
            Instant nextAttemptAt,
            int writes,
            Instant heardAt,
            Error error) {
        static Execution of(ExecutionSummary e) {
            return new Execution(
                    e.id(),
                    e.number(),
                    e.integrationId(),
                    e.storeId(),
                    e.instance(),
                    e.trigger(),
                    e.actor(),
                    e.reason(),
                    e.generation(),
                    e.retryOf(),
                    e.supersededBy(),
                    e.status(),
                    e.requestedAt(),
                    e.startedAt(),
                    e.endedAt(),
                    e.durationMs(),
                    e.nextAttemptAt(),
                    e.writes(),
                    e.heardAt(),
                    Error.of(e.error()));
        }
    }

    /**
     * An execution with what it came to.
     *
     * @param retryRequested somebody asked for it again
     * @param retriedBy the execution that tries it again, once there is one
     * @param specHash SHA-256 of the revision it ran with, or null
     * @param automaticRetry the retry that follows by itself, or null
     * @param traceId of the trace that all of its work belongs to, or null
     * @param historyPurged its steps and logs were too old to be kept
     */
    record Detail(
            @JsonUnwrapped Execution execution,
            Map<String, Object> output,
            boolean retryRequested,
            UUID retriedBy,
            String specHash,
            String traceId,
            boolean historyPurged,
            NextRetry automaticRetry) {}

    /**
     * The automatic retry that follows: the nth of so many, at that time.
     *
     * @param canceledBy the newer execution that made it needless, or null
     */
    record NextRetry(int nth, int attempts, Instant dueAt, AutomaticRetries.State state, UUID canceledBy) {
        static NextRetry of(AutomaticRetry retry) {
            return new NextRetry(retry.nth(), retry.attempts(), retry.dueAt(), retry.state(), retry.canceledBy());
        }
    }

    record Error(
            @JsonProperty("class") ErrorClass errorClass,
            String code,
            String service,
            String message,
            String remedy,
            String requestId,
            String step,
            String cause) {
        static Error of(ExecutionError e) {
            return e == null
                    ? null
                    : new Error(
                            e.errorClass(),
                            e.code(),
                            e.service(),
                            e.message(),
                            e.remedy(),
                            e.requestId(),
                            e.step(),
                            e.cause());
        }
    }

    record Attempt(
            int attempt,
            StepStatus status,
            Instant startedAt,
            Long durationMs,
            int writes,
            Map<String, Object> input,
            Map<String, Object> output,
            Error error,
            Instant nextAttemptAt) {
        static Attempt of(StepAttempt a) {
            return new Attempt(
                    a.attempt(),
                    a.status(),
                    a.startedAt(),
                    a.durationMs(),
                    a.writes(),
                    a.input(),
                    a.output(),
                    Error.of(a.error()),
                    a.nextAttemptAt());
        }
    }

    /** A step as its newest attempt left it, with the changes of all attempts. */
    record Step(
            String name,
            int order,
            StepStatus status,
            int attempt,
            Instant startedAt,
            Long durationMs,
            int writes,
            Map<String, Object> input,
            Map<String, Object> output,
            Error error,
            List<Attempt> attempts) {
        static Step of(StepHistory s) {
            StepAttempt latest = s.latest();
            return new Step(
                    s.name(),
                    s.order(),
                    latest.status(),
                    latest.attempt(),
                    latest.startedAt(),
                    latest.durationMs(),
                    s.writes(),
                    latest.input(),
                    latest.output(),
                    Error.of(latest.error()),
                    s.attempts().stream().map(Attempt::of).toList());
        }
    }

    record Log(String id, Instant time, Severity severity, String step, String message) {
        static Log of(LogLine l) {
            return new Log(l.id(), l.time(), l.severity(), l.step(), l.message());
        }
    }

    static StepPage steps(History history) {
        return new StepPage(history.steps().stream().map(Step::of).toList());
    }
}
