package io.integrationshub.config.domain.observed;

import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the latest execution of an integration goes.
 *
 * @param end null while it goes on
 */
public record Progress(
        UUID executionId,
        long number,
        long generation,
        Trigger trigger,
        Instant requestedAt,
        List<StepSeen> steps,
        @Nullable End end) {
    /** More than any execution has; what comes after that is the execution log's alone. */
    static final int MOST_STEPS = 60;

    public Progress {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /**
     * How it ended.
     *
     * @param step it failed at; null when it succeeded
     * @param failure null when it succeeded
     */
    public record End(
            Instant at, @Nullable String step, @Nullable Failure failure) {
        public boolean succeeded() {
            return failure == null;
        }
    }

    /** Where an execution stands. */
    public enum State {
        QUEUED,
        RUNNING,
        RETRY_PENDING,
        SUCCEEDED,
        FAILED
    }

    /** Of an execution that was just started. */
    static Progress of(Execution execution, long generation) {
        return new Progress(
                execution.id(),
                execution.number(),
                generation,
                execution.trigger(),
                execution.requestedAt(),
                List.of(),
                null);
    }

    /** Where it stands, worked out from what is known. */
    public State state() {
        if (end != null) {
            return end.succeeded() ? State.SUCCEEDED : State.FAILED;
        }
        if (steps.isEmpty()) {
            return State.QUEUED;
        }
        boolean waits = steps.stream().anyMatch(step -> step.nextAttemptAt() != null)
                && steps.stream().noneMatch(step -> step.status() == StepSeen.Status.RUNNING);
        return waits ? State.RETRY_PENDING : State.RUNNING;
    }

    /** True while something may still come of it. */
    public boolean running() {
        return end == null;
    }

    /** With what is known of a step, unless more is known already. */
    Progress with(StepSeen step) {
        List<StepSeen> all = new ArrayList<>(steps);
        StepSeen known = all.stream()
                .filter(each -> each.name().equals(step.name()))
                .findFirst()
                .orElse(null);
        if (known == null ? all.size() >= MOST_STEPS : !step.after(known)) {
            return this;
        }
        all.remove(known);
        all.add(step);
        all.sort(Comparator.comparingInt(StepSeen::order).thenComparing(StepSeen::name));
        return new Progress(executionId, number, generation, trigger, requestedAt, all, end);
    }

    /** Ended. Should both be told of one execution, it succeeded: that was seen to work. */
    Progress with(End told) {
        boolean more = end == null || (told.succeeded() && !end.succeeded());
        return more ? new Progress(executionId, number, generation, trigger, requestedAt, steps, told) : this;
    }
}
