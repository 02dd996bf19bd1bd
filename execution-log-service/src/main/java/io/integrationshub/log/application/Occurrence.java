package io.integrationshub.log.application;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Severity;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.Fact;
import io.integrationshub.log.domain.RecordedFact;
import io.integrationshub.log.domain.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Something that a rule may be about.
 *
 * @param subject what is alike with it
 * @param value milliseconds, for a threshold; else 0
 * @param severity of a line of the log, or null
 */
record Occurrence(
        AlertTrigger trigger,
        String storeId,
        UUID integrationId,
        String instance,
        UUID executionId,
        String subject,
        Instant at,
        String message,
        long value,
        Severity severity) {

    /** What a change amounts to. */
    static List<Occurrence> in(Change change) {
        List<Occurrence> found = new ArrayList<>();
        ExecutionSummary now = change.after();
        if (now.startedAt() != null
                && change.before().map(ExecutionSummary::startedAt).isEmpty()) {
            found.add(of(AlertTrigger.EXECUTION_STARTED, now, now.startedAt(), "An execution started."));
        }
        if (change.became(Status.SUCCEEDED)) {
            found.add(of(AlertTrigger.EXECUTION_COMPLETED, now, now.endedAt(), "An execution completed."));
            if (now.trigger() == Trigger.DELETED) {
                found.add(of(AlertTrigger.INSTANCE_REMOVED, now, now.endedAt(), "The integration was removed."));
            }
        }
        if (change.became(Status.FAILED)) {
            found.add(failed(AlertTrigger.EXECUTION_FAILED, now, now.endedAt()));
            ErrorClass kind = now.error().errorClass();
            if (kind == ErrorClass.CREDENTIALS || kind == ErrorClass.PERMISSION) {
                found.add(failed(AlertTrigger.CONNECTION_ERROR, now, now.endedAt()));
            }
        }
        if (change.became(Status.RETRY_PENDING)) {
            found.add(failed(AlertTrigger.EXECUTION_RETRY_PENDING, now, now.heardAt()));
        }
        if (now.durationMs() != null && (change.became(Status.SUCCEEDED) || change.became(Status.FAILED))) {
            found.add(of(
                            AlertTrigger.EXECUTION_DURATION,
                            now,
                            now.endedAt(),
                            "An execution took " + now.durationMs() + " ms.")
                    .worth(now.durationMs()));
        }
        change.fresh().forEach(fact -> line(now, fact, found));
        return found;
    }

    private static void line(ExecutionSummary now, RecordedFact recorded, List<Occurrence> found) {
        switch (recorded.fact()) {
            case Fact.LogWritten log ->
                found.add(line(now, recorded, log.step().name(), log.severity(), log.message()));
            case Fact.StepFailed failed ->
                found.add(line(
                        now,
                        recorded,
                        failed.step().name(),
                        Severity.ERROR,
                        failed.failure().message()));
            default -> {}
        }
    }

    private static Occurrence line(
            ExecutionSummary now, RecordedFact recorded, String step, Severity severity, String message) {
        return new Occurrence(
                AlertTrigger.LOG_LEVEL,
                now.storeId(),
                now.integrationId(),
                now.instance(),
                now.id(),
                step,
                recorded.at(),
                message,
                0,
                severity);
    }

    private static Occurrence failed(AlertTrigger trigger, ExecutionSummary now, Instant at) {
        return new Occurrence(
                trigger,
                now.storeId(),
                now.integrationId(),
                now.instance(),
                now.id(),
                now.error().cause(),
                at,
                now.error().message(),
                0,
                null);
    }

    /** Of an execution, all of its integration being alike. */
    static Occurrence of(AlertTrigger trigger, ExecutionSummary now, Instant at, String message) {
        return new Occurrence(
                trigger,
                now.storeId(),
                now.integrationId(),
                now.instance(),
                now.id(),
                now.integrationId().toString(),
                at,
                message,
                0,
                null);
    }

    private Occurrence worth(long milliseconds) {
        return new Occurrence(
                trigger, storeId, integrationId, instance, executionId, subject, at, message, milliseconds, severity);
    }

    /** True when the rule is about it. */
    boolean matches(AlertRules.AlertRule rule) {
        return rule.trigger() == trigger
                && rule.storeId().equals(storeId)
                && (rule.integrationId() == null || rule.integrationId().equals(integrationId))
                && switch (trigger) {
                    case EXECUTION_DURATION -> value >= Long.parseLong(rule.threshold());
                    // FATAL comes first.
                    case LOG_LEVEL -> severity.compareTo(Severity.valueOf(rule.threshold())) <= 0;
                    default -> true;
                };
    }
}
