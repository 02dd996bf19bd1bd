package io.integrationshub.log.rest;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.log.application.Position;
import io.integrationshub.log.application.ReadExecutions;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.History;
import io.integrationshub.log.domain.LogLine;
import io.integrationshub.log.listing.Cursors;
import io.integrationshub.log.listing.ListQuery;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happened in the caller's store. */
@Path("/api/executions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Executions")
public class ExecutionsResource {
    private static final int LOG_LINES = 1000;

    private final ReadExecutions executions;
    private final Cursors cursors;
    private final Caller caller;

    ExecutionsResource(ReadExecutions executions, Cursors cursors, Caller caller) {
        this.executions = executions;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(
            summary = "List executions, newest first",
            description = "next is the cursor of the following page, null on the last one; keep the filters with it."
                    + " A page looks at a limited number of executions: with searchedTo it may hold fewer than limit"
                    + " although more follow.")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "QUEUED, RUNNING, RETRY_PENDING, SUCCEEDED, FAILED, CANCELED or INTERRUPTED")
    @Parameter(name = "integration", in = ParameterIn.QUERY, description = "Id of an integration")
    @Parameter(name = "trigger", in = ParameterIn.QUERY, description = "For example reconfigured or auto-retry")
    @Parameter(name = "step", in = ParameterIn.QUERY, description = "Name of the step it failed or waits at")
    @Parameter(name = "code", in = ParameterIn.QUERY, description = "Code of the error, for example commerce-401")
    @Parameter(name = "class", in = ParameterIn.QUERY, description = "Class of the error, for example CREDENTIALS")
    @Parameter(name = "cause", in = ParameterIn.QUERY, description = "error.cause of an execution: what failed alike")
    @Parameter(name = "actor", in = ParameterIn.QUERY, description = "Who asked for it")
    @Parameter(name = "since", in = ParameterIn.QUERY, description = "Requested then or later, UTC")
    @Parameter(name = "until", in = ParameterIn.QUERY, description = "Requested before, UTC")
    @Parameter(
            name = "text",
            in = ParameterIn.QUERY,
            description = "Part of the instance, reason, error message, code, request id or step; or an execution's id")
    @Parameter(name = "originals", in = ParameterIn.QUERY, description = "true: without retries")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, 50 unless told")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "next of the page before")
    public Answers.ExecutionPage list(@Context UriInfo uri) {
        String storeId = caller.storeId();
        ListQuery query = ListQuery.of(uri.getQueryParameters());
        String list = query.name(storeId);
        Optional<Position> after = query.cursor().map(cursor -> cursors.read(cursor, list));
        ReadExecutions.Page page = executions.list(storeId, query.filter(), after, query.limit());
        return new Answers.ExecutionPage(
                page.executions().stream().map(Answers.Execution::of).toList(),
                page.next().map(position -> cursors.write(position, list)).orElse(null),
                page.searchedTo().orElse(null));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(summary = "One execution, with what it came to")
    public Answers.Detail detail(@PathParam("id") UUID id) {
        History history = history(id);
        ReadExecutions.RetryState retry = executions.retry(id);
        return new Answers.Detail(
                Answers.Execution.of(history.summary()),
                history.output(),
                retry.requested(),
                retry.retriedBy().orElse(null),
                history.specHash(),
                history.traceId(),
                history.purged(),
                executions.automaticRetry(id).map(Answers.NextRetry::of).orElse(null));
    }

    @GET
    @Path("/{id}/lineage")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(
            summary = "Linked executions, oldest first: what it tries again, and what tries it again",
            description = "At most 50.")
    public Answers.Lineage lineage(@PathParam("id") UUID id) {
        List<ExecutionSummary> linked = executions.lineage(caller.storeId(), id);
        if (linked.isEmpty()) {
            throw Problems.notFound("Execution");
        }
        return new Answers.Lineage(linked.stream().map(Answers.Execution::of).toList());
    }

    @GET
    @Path("/{id}/steps")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(summary = "Step outputs: the steps of an execution with their attempts, inputs and outputs")
    public Answers.StepPage steps(@PathParam("id") UUID id) {
        return Answers.steps(kept(id));
    }

    @GET
    @Path("/{id}/logs")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(
            summary = "Logs of an execution",
            description =
                    "next, given as after, continues; it is null when the execution has ended and nothing follows.")
    public Answers.LogPage logs(@PathParam("id") UUID id, @QueryParam("after") String after) {
        History history = kept(id);
        List<LogLine> lines = behind(history.logs(), after);
        List<LogLine> page = lines.subList(0, Math.min(LOG_LINES, lines.size()));
        boolean last = page.size() == lines.size() && history.summary().status().ended();
        String next = last ? null : page.isEmpty() ? after : page.getLast().id();
        return new Answers.LogPage(page.stream().map(Answers.Log::of).toList(), next);
    }

    private static List<LogLine> behind(List<LogLine> lines, String after) {
        if (after == null || after.isEmpty()) {
            return lines;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).id().equals(after)) {
                return lines.subList(i + 1, lines.size());
            }
        }
        throw Problems.badParameter("after", "after is not a line of this log. Start again without it.");
    }

    private History kept(UUID id) {
        History history = history(id);
        if (history.purged()) {
            throw HttpProblem.builder()
                    .withStatus(Response.Status.GONE)
                    .withTitle("History purged")
                    .withDetail(
                            "Logs and step outputs of this execution were too old to be kept; the execution itself is.")
                    .with("code", "HISTORY_PURGED")
                    .build();
        }
        return history;
    }

    private History history(UUID id) {
        return executions.history(caller.storeId(), id).orElseThrow(() -> Problems.notFound("Execution"));
    }
}
