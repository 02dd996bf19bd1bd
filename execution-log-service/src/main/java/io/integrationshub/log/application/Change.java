package io.integrationshub.log.application;

import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.History;
import io.integrationshub.log.domain.Status;
import java.util.Optional;

/**
 * What new facts made of an execution.
 *
 * @param before as it was known, empty when it was not
 */
public record Change(Optional<ExecutionSummary> before, History history) {

    /** As it is known now. */
    public ExecutionSummary after() {
        return history.summary();
    }

    /** True when it was not in this status before and is now. */
    public boolean became(Status status) {
        return after().status() == status
                && before.map(ExecutionSummary::status).orElse(null) != status;
    }
}
