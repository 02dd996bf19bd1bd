package io.integrationshub.log.listing;

import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.LogLine;
import io.integrationshub.log.domain.StepHistory;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What happened in an execution, to hand to somebody who cannot look here. Holds what the log holds: no secret, not even a sealed
 * one.
 *
 * @param exportedBy who asked for it
 * @param specHash SHA-256 of the revision it ran with, or null
 * @param events what was said, in the order of its time
 * @param sha256 over the hashes of all events, one a line: whoever has the same events gets the same hash
 */
public record Evidence(
        String format,
        Instant exportedAt,
        String exportedBy,
        ExecutionSummary execution,
        String specHash,
        Map<String, Object> output,
        List<StepHistory> steps,
        List<LogLine> logs,
        List<Event> events,
        String sha256) {
    static final String FORMAT = "integrations-hub/evidence/1";

    /**
     * @param fact what the log keeps of the event
     * @param sha256 over {@code fact} as it is written here
     */
    public record Event(String id, String source, Instant time, String kind, String fact, String sha256) {}
}
