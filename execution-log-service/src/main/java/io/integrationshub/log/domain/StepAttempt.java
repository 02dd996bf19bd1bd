package io.integrationshub.log.domain;

import java.time.Instant;
import java.util.Map;

/**
 * One try of a step.
 *
 * @param attempt number of the run of its service in this execution; a step need not take part in every run
 * @param startedAt null when only its skipping is known
 * @param durationMs milliseconds, null while it runs
 * @param writes changes it made outside
 */
public record StepAttempt(
        int attempt,
        StepStatus status,
        Instant startedAt,
        Long durationMs,
        int writes,
        Map<String, Object> input,
        Map<String, Object> output,
        ExecutionError error,
        Instant nextAttemptAt) {

    StepAttempt interrupted() {
        return status == StepStatus.RUNNING ? with(StepStatus.INTERRUPTED) : this;
    }

    StepAttempt with(StepStatus now) {
        return new StepAttempt(attempt, now, startedAt, durationMs, writes, input, output, error, nextAttemptAt);
    }
}
