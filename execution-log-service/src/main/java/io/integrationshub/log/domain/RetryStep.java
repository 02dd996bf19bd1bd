package io.integrationshub.log.domain;

import io.integrationshub.contracts.ErrorClass;
import java.util.List;

/**
 * What becomes of a step when its execution is tried again with the same revision.
 *
 * @param status as the execution left it
 * @param mayChangeTwice it is not known what it changed: a write may have been sent that nobody answered. What it made is looked
 *     for before anything is made again.
 */
public record RetryStep(String name, int order, StepStatus status, Effect effect, boolean mayChangeTwice) {

    /** What a retry does at a step. */
    public enum Effect {
        /** What it made is there, and is kept. */
        REUSED,
        /** It only looks. */
        READ_AGAIN,
        /** It did not get to its end. */
        DONE_AGAIN,
        /** It was not needed. */
        NOT_NEEDED
    }

    /** The steps that are known, in their order; those behind the last of them follow as in any execution. */
    public static List<RetryStep> of(History history) {
        return history.steps().stream()
                .filter(step -> !step.name().equals(Steps.TRIGGER))
                .map(RetryStep::of)
                .toList();
    }

    private static RetryStep of(StepHistory step) {
        StepAttempt latest = step.latest();
        Effect effect = switch (latest.status()) {
            case REUSED -> Effect.REUSED;
            case SUCCEEDED -> step.writes() > 0 ? Effect.REUSED : Effect.READ_AGAIN;
            case SKIPPED -> Effect.NOT_NEEDED;
            case RUNNING, FAILED, INTERRUPTED -> Effect.DONE_AGAIN;
        };
        return new RetryStep(
                step.name(), step.order(), latest.status(), effect, effect == Effect.DONE_AGAIN && unclear(latest));
    }

    private static boolean unclear(StepAttempt attempt) {
        return attempt.error() == null
                ? attempt.status() != StepStatus.FAILED
                : attempt.error().errorClass() == ErrorClass.UNKNOWN_OUTCOME;
    }
}
