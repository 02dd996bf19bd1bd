package io.integrationshub.log.domain;

import io.integrationshub.contracts.AutomaticRetry;
import java.util.Collection;
import java.util.Optional;

/**
 * An execution without its log: what lists and followers need.
 *
 * @param automaticRetry whether it is tried again by itself should it fail, or null
 */
public record Outline(ExecutionSummary summary, AutomaticRetry automaticRetry) {

    /** The same story as {@link History#of} tells, in short. */
    public static Optional<Outline> of(Collection<RecordedFact> facts, Optional<Successor> successor) {
        return Told.of(facts, successor)
                .map(told -> new Outline(told.summary(), told.request().automaticRetry()));
    }
}
