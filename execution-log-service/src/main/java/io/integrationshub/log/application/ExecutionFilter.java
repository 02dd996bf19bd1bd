package io.integrationshub.log.application;

import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.domain.Status;
import java.util.Optional;
import java.util.UUID;

/** Which executions to list. */
public record ExecutionFilter(Optional<Status> status, Optional<UUID> integrationId, Optional<Trigger> trigger) {
    /** All of them. */
    public static final ExecutionFilter ALL = new ExecutionFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
