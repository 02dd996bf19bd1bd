package io.integrationshub.log.application;

import io.integrationshub.contracts.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The lines that services wrote while they worked, and the failures of their steps, over all executions of a store. */
public interface LogLines {

    /**
     * The newest that fit, newest first. Looks at a bounded number of lines: of a rare kind it may find fewer than there are, and
     * says how far it looked.
     */
    Found search(String storeId, Query query, Optional<Place> after, int limit);

    /**
     * @param level of this severity or a graver one
     * @param connections only those about a connection to AWS or Commerce
     * @param step name of the step
     * @param text part of the message, the step's name, the code or the request id, whatever the case
     * @param since then or later
     * @param until before
     */
    record Query(
            Severity level,
            boolean connections,
            Optional<UUID> integrationId,
            Optional<String> step,
            Optional<String> text,
            Optional<Instant> since,
            Optional<Instant> until) {}

    /** Right behind this line, newest first. */
    record Place(Instant at, UUID id) {}

    /**
     * @param id the one it has in the log of its execution
     */
    record Line(
            UUID id,
            UUID executionId,
            UUID integrationId,
            Instant at,
            Severity severity,
            String step,
            String message) {}

    /**
     * @param next where more may be found, or empty
     * @param exhausted the search ended because it had looked at enough, not because it had found enough
     */
    record Found(List<Line> lines, Optional<Place> next, boolean exhausted) {}
}
