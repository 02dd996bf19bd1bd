package io.integrationshub.log.application;

import io.integrationshub.log.application.LogLines.Found;
import io.integrationshub.log.application.LogLines.Line;
import io.integrationshub.log.application.LogLines.Place;
import io.integrationshub.log.application.LogLines.Query;
import io.integrationshub.log.domain.ExecutionSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds lines of logs, with the executions that they belong to. */
@ApplicationScoped
public class SearchLogs {
    private final LogLines lines;
    private final Executions executions;

    SearchLogs(LogLines lines, Executions executions) {
        this.lines = lines;
        this.executions = executions;
    }

    /** A page of lines, newest first. */
    public Page search(String storeId, Query query, Optional<Place> after, int limit) {
        Found found = lines.search(storeId, query, after, limit);
        Map<UUID, ExecutionSummary> known = executions.known(
                found.lines().stream().map(Line::executionId).distinct().toList());
        List<Hit> hits = found.lines().stream()
                .map(line -> new Hit(line, Optional.ofNullable(known.get(line.executionId()))))
                .toList();
        return new Page(
                hits,
                found.next(),
                found.next().filter(next -> found.exhausted()).map(Place::at));
    }

    /** A line; its execution is empty while nobody has said that it was asked for. */
    public record Hit(Line line, Optional<ExecutionSummary> execution) {}

    /**
     * @param next where the next page begins
     * @param searchedTo lines older than that were not looked at; empty when that is not the reason why the page ends
     */
    public record Page(List<Hit> hits, Optional<Place> next, Optional<Instant> searchedTo) {}
}
