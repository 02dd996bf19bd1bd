package io.integrationshub.log.domain;

import java.util.List;

/**
 * A step of an execution with its tries, oldest first; there is at least one.
 *
 * @param order where it stands in the execution
 */
public record StepHistory(String name, int order, List<StepAttempt> attempts) {
    public StepHistory {
        attempts = List.copyOf(attempts);
    }

    /** The newest try: what the step is now. */
    public StepAttempt latest() {
        return attempts.getLast();
    }

    /** The same with no try at work any more. */
    StepHistory interrupted() {
        return new StepHistory(
                name, order, attempts.stream().map(StepAttempt::interrupted).toList());
    }

    /** Changes made outside by all tries. */
    public int writes() {
        return attempts.stream().mapToInt(StepAttempt::writes).sum();
    }
}
