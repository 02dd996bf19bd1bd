package io.integrationshub.log.application;

import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.Outline;
import io.integrationshub.log.domain.RecordedFact;
import io.integrationshub.log.domain.Status;
import java.util.List;
import java.util.Optional;

/**
 * What new facts made of an execution.
 *
 * @param before as it was known, empty when it was not
 * @param fresh the new facts of it
 */
public record Change(Optional<ExecutionSummary> before, Outline outline, List<RecordedFact> fresh) {
    public Change {
        fresh = List.copyOf(fresh);
    }

    /** As it is known now. */
    public ExecutionSummary after() {
        return outline.summary();
    }

    /** True when it was not in this status before and is now. */
    public boolean became(Status status) {
        return after().status() == status
                && before.map(ExecutionSummary::status).orElse(null) != status;
    }
}
