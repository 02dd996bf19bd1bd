package io.integrationshub.log.listing;

import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.LogLine;
import io.integrationshub.log.domain.StepHistory;
import java.util.List;

/** Something about an execution, as it happens. */
public sealed interface OfExecution {

    /**
     * It stands elsewhere.
     *
     * @param steps those that do
     */
    record Changed(ExecutionSummary execution, List<StepHistory> steps) implements OfExecution {}

    /**
     * A line of its log.
     *
     * @param behind the line that it stands behind, or null for the first one: what is said late belongs between others
     */
    record Line(LogLine line, String behind) implements OfExecution {}

    /** It is over. */
    record Ended() implements OfExecution {}

    /** Nothing follows. */
    record Over() implements OfExecution {}
}
