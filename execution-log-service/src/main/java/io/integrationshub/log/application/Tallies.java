package io.integrationshub.log.application;

import io.integrationshub.log.domain.RecordedFact;
import io.integrationshub.log.domain.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Sums kept while facts come in, so that nobody has to count. */
public interface Tallies {

    /**
     * Adds the tries of steps that ended, and moves executions from where they stood to where they stand.
     *
     * @param fresh facts that were not added before
     */
    void add(Collection<RecordedFact> fresh, List<Change> changes);

    /** Executions of a store requested since then, by hour. */
    List<Hour> hours(String storeId, Instant since);

    /** The steps of a store that took longest on average since then, slowest first. */
    List<StepCost> slowest(String storeId, Instant since, int limit);

    /**
     * @param durationMs milliseconds of all of them that ended
     */
    record Hour(Instant hour, Status status, long executions, long durationMs) {}

    /** Milliseconds. */
    record StepCost(String step, long tries, long failures, long averageMs, long longestMs) {}
}
