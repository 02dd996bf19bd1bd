package io.integrationshub.log.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

    /** The same as REUSED, if it changed nothing and is one of those that made something before. */
    StepHistory reusing(Set<String> made) {
        if (latest().status() != StepStatus.SUCCEEDED || writes() > 0 || !made.contains(name)) {
            return this;
        }
        List<StepAttempt> shown = new ArrayList<>(attempts);
        shown.set(shown.size() - 1, latest().with(StepStatus.REUSED));
        return new StepHistory(name, order, shown);
    }

    /** Changes made outside by all tries. */
    public int writes() {
        return attempts.stream().mapToInt(StepAttempt::writes).sum();
    }
}
