package io.integrationshub.config.domain.observed;

import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.LogWritten;
import io.integrationshub.contracts.Step;
import io.integrationshub.contracts.StepEvent;
import io.integrationshub.contracts.StepFailed;
import io.integrationshub.contracts.StepSkipped;
import io.integrationshub.contracts.StepStarted;
import io.integrationshub.contracts.StepSucceeded;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What events of steps tell, without inputs and outputs. */
final class Steps {
    private static final int LONGEST = 1000;

    private Steps() {}

    /** Empty for a log line. */
    static Optional<StepSeen> seen(Instant time, StepEvent event) {
        return switch (event) {
            case StepStarted told -> Optional.of(seen(told.step(), StepSeen.Status.RUNNING, time, null, null));
            case StepSucceeded told ->
                Optional.of(seen(
                        told.step(), StepSeen.Status.SUCCEEDED, told.startedAt(), told.durationMs(), told.writes()));
            case StepFailed told -> Optional.of(failed(told));
            case StepSkipped told -> Optional.of(skipped(told, time));
            case LogWritten line -> Optional.empty();
        };
    }

    private static StepSeen failed(StepFailed told) {
        Failure failure = told.failure();
        return new StepSeen(
                told.step().name(),
                told.step().order(),
                told.step().attempt(),
                StepSeen.Status.FAILED,
                told.startedAt(),
                told.durationMs(),
                null,
                failure.errorClass(),
                failure.code(),
                shortened(failure.message()),
                told.nextAttemptAt());
    }

    private static StepSeen skipped(StepSkipped told, Instant time) {
        Step step = told.step();
        String reason = shortened(told.reason());
        return new StepSeen(
                step.name(),
                step.order(),
                step.attempt(),
                StepSeen.Status.SKIPPED,
                time,
                null,
                0,
                null,
                null,
                reason,
                null);
    }

    private static StepSeen seen(
            Step step, StepSeen.Status status, Instant startedAt, @Nullable Long durationMs, @Nullable Integer writes) {
        return new StepSeen(
                step.name(),
                step.order(),
                step.attempt(),
                status,
                startedAt,
                durationMs,
                writes,
                null,
                null,
                null,
                null);
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
