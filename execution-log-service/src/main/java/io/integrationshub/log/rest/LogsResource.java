package io.integrationshub.log.rest;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.contracts.Severity;
import io.integrationshub.log.application.LogLines.Place;
import io.integrationshub.log.application.Position;
import io.integrationshub.log.application.SearchLogs;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.listing.Cursors;
import io.integrationshub.log.listing.LogSearch;
import io.integrationshub.runtime.web.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The logs of all executions of the caller's store. */
@Path("/api/logs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Logs")
public class LogsResource {
    private final SearchLogs logs;
    private final Cursors cursors;
    private final Caller caller;

    LogsResource(SearchLogs logs, Cursors cursors, Caller caller) {
        this.logs = logs;
        this.cursors = cursors;
        this.caller = caller;
    }

    /**
     * A line, and where it stands.
     *
     * @param instance name on screen, null while nobody has said that the execution was asked for
     */
    public record Line(
            UUID id,
            Instant time,
            Severity severity,
            String step,
            String message,
            UUID executionId,
            UUID integrationId,
            String instance) {
        static Line of(SearchLogs.Hit hit) {
            return new Line(
                    hit.line().id(),
                    hit.line().at(),
                    hit.line().severity(),
                    hit.line().step(),
                    hit.line().message(),
                    hit.line().executionId(),
                    hit.line().integrationId(),
                    hit.execution().map(ExecutionSummary::instance).orElse(null));
        }
    }

    /**
     * @param next cursor of the following page, null on the last one
     * @param searchedTo lines older than that were not looked at; null when the page does not end for that reason
     */
    public record LinePage(List<Line> items, String next, Instant searchedTo) {}

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(
            summary = "Search the logs of all executions, newest first",
            description =
                    "What services wrote, and the failures of steps. A page looks at a limited number of lines: with"
                            + " searchedTo it may hold fewer than limit although more follow.")
    @Parameter(name = "text", in = ParameterIn.QUERY, description = "Part of message, step, code or request id")
    @Parameter(name = "level", in = ParameterIn.QUERY, description = "This severity or a graver one")
    @Parameter(name = "connections", in = ParameterIn.QUERY, description = "true: about connections only")
    @Parameter(name = "integration", in = ParameterIn.QUERY, description = "Id of an integration")
    @Parameter(name = "step", in = ParameterIn.QUERY, description = "Name of the step")
    @Parameter(name = "since", in = ParameterIn.QUERY, description = "Written then or later, UTC")
    @Parameter(name = "until", in = ParameterIn.QUERY, description = "Written before, UTC")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, 100 unless told")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "next of the page before")
    public LinePage search(@Context UriInfo uri) {
        LogSearch search = LogSearch.of(uri.getQueryParameters());
        String list = search.name(caller.storeId());
        Optional<Place> after = search.cursor()
                .map(cursor -> cursors.read(cursor, list))
                .map(position -> new Place(position.requestedAt(), position.id()));
        SearchLogs.Page page = logs.search(caller.storeId(), search.query(), after, search.limit());
        return new LinePage(
                page.hits().stream().map(Line::of).toList(),
                page.next()
                        .map(place -> cursors.write(new Position(place.at(), place.id()), list))
                        .orElse(null),
                page.searchedTo().orElse(null));
    }
}
