package io.integrationshub.runtime.steps;

import io.integrationshub.contracts.Failure;
import java.time.Instant;
import java.util.Optional;

/** A step failed and said so. Ends the run. */
public final class StepFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String step;
    private final transient Failure failure;
    private final Instant nextAttemptAt;

    StepFailedException(String step, Failure failure, Instant nextAttemptAt, Throwable cause) {
        super(step + ": " + failure.code(), cause);
        this.step = step;
        this.failure = failure;
        this.nextAttemptAt = nextAttemptAt;
    }

    /** Name of the step. */
    public String step() {
        return step;
    }

    /** Why. */
    public Failure failure() {
        return failure;
    }

    /** When the execution goes on by itself; empty when it has failed for good. */
    public Optional<Instant> nextAttemptAt() {
        return Optional.ofNullable(nextAttemptAt);
    }
}
