package io.integrationshub.log.application;

import io.integrationshub.log.domain.ExecutionSummary;
import java.time.Instant;
import java.util.UUID;

/** A place in a list of executions, newest first: right behind this execution. */
public record Position(Instant requestedAt, UUID id) {
    /** Behind this one. */
    public static Position behind(ExecutionSummary execution) {
        return new Position(execution.requestedAt(), execution.id());
    }
}
