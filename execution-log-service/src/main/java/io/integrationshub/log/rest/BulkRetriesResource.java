package io.integrationshub.log.rest;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.log.application.BulkPlan;
import io.integrationshub.log.application.BulkRetries;
import io.integrationshub.log.application.BulkRetries.State;
import io.integrationshub.log.application.PlanBulkRetry;
import io.integrationshub.log.application.RetryExecution;
import io.integrationshub.log.application.RetryMany;
import io.integrationshub.log.application.RetryMany.Outcome;
import io.integrationshub.log.listing.ListQuery;
import io.integrationshub.log.rest.BulkAnswers.Items;
import io.integrationshub.log.rest.BulkAnswers.Planned;
import io.integrationshub.log.rest.BulkAnswers.Progress;
import io.integrationshub.log.rest.BulkAnswers.Recent;
import io.integrationshub.log.rest.BulkAnswers.Selection;
import io.integrationshub.log.rest.BulkAnswers.Start;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Violations;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Retries many executions: count first, then start, watch, pause or cancel. */
@Path("/api/bulk-retries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bulk retries")
public class BulkRetriesResource {
    private static final int ITEMS = 200;
    private static final int NEWEST = 50;

    private final PlanBulkRetry plans;
    private final RetryMany many;
    private final BulkRetries bulks;
    private final Caller caller;

    BulkRetriesResource(PlanBulkRetry plans, RetryMany many, BulkRetries bulks, Caller caller) {
        this.plans = plans;
        this.many = many;
        this.bulks = bulks;
        this.caller = caller;
    }

    @POST
    @Path("/plan")
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(
            summary = "Count what a bulk retry would do",
            description =
                    "Of each integration only the newest failed execution, and none that a newer one made needless.")
    @APIResponse(responseCode = "200", description = "The plan.")
    @APIResponse(responseCode = "422", description = "INVALID: values that are wrong, each with its pointer.")
    public Planned plan(@Context UriInfo uri, Selection selection) {
        List<UUID> chosen = selection == null ? null : selection.executions();
        new Violations().moreThan(PlanBulkRetry.MOST, "/executions", chosen).refuse();
        return Planned.of(planned(uri, chosen));
    }

    @POST
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(summary = "Start a bulk retry as planned")
    @APIResponse(responseCode = "202", description = "It is under way.")
    @APIResponse(responseCode = "409", description = "PLAN_CHANGED, CONFIRMATION_REQUIRED or NOTHING_TO_RETRY.")
    @APIResponse(responseCode = "422", description = "INVALID: values that are wrong, each with its pointer.")
    public Response start(@Context UriInfo uri, Start start) {
        Problems.required(start);
        new Violations()
                .moreThan(PlanBulkRetry.MOST, "/executions", start.executions())
                .missing("/planVersion", start.planVersion(), "Give the planVersion of the plan you looked at.")
                .longerThan(RetryExecution.LONGEST_PLAN_VERSION, "/planVersion", start.planVersion())
                .longerThan(RetryExecution.LONGEST_REASON, "/reason", start.reason())
                .refuse();
        BulkPlan plan = planned(uri, start.executions());
        return switch (many.start(
                caller.storeId(),
                plan,
                start.planVersion(),
                caller.name(),
                start.reason(),
                Boolean.TRUE.equals(start.confirmed()))) {
            case Outcome.Started started ->
                Response.accepted(Progress.of(started.bulk())).build();
            case Outcome.PlanChanged changed ->
                throw Problems.conflict(
                        "PLAN_CHANGED", "Something happened since you looked: look at the plan again, then start.");
            case Outcome.ConfirmationRequired required ->
                throw Problems.conflict(
                        "CONFIRMATION_REQUIRED",
                        "It is not known what %d of these changed. Start with confirmed: true to go on; what is there already"
                                        .formatted(required.executions())
                                + " is looked for before anything is made.");
            case Outcome.Nothing nothing ->
                throw Problems.conflict("NOTHING_TO_RETRY", "No execution among these needs a retry.");
        };
    }

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(summary = "The newest bulk retries")
    public Recent newest() {
        return new Recent(bulks.newest(caller.storeId(), NEWEST).stream()
                .map(Progress::of)
                .toList());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(summary = "Progress of a bulk retry")
    public Progress progress(@PathParam("id") UUID id) {
        return bulks.find(caller.storeId(), id).map(Progress::of).orElseThrow(BulkRetriesResource::missing);
    }

    @GET
    @Path("/{id}/items")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(summary = "What became of each execution")
    public Items items(@PathParam("id") UUID id, @QueryParam("after") @DefaultValue("0") int after) {
        progress(id);
        List<BulkRetries.Item> items = bulks.items(id, after, ITEMS);
        return new Items(
                items, items.size() < ITEMS ? null : (Integer) items.getLast().position());
    }

    @POST
    @Path("/{id}/pause")
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(summary = "Pause a bulk retry")
    public Progress pause(@PathParam("id") UUID id) {
        return move(id, State.PAUSED);
    }

    @POST
    @Path("/{id}/resume")
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(summary = "Go on with a paused bulk retry")
    public Progress resume(@PathParam("id") UUID id) {
        return move(id, State.RUNNING);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(summary = "Cancel what a bulk retry has not done yet")
    public Progress cancel(@PathParam("id") UUID id) {
        return move(id, State.CANCELED);
    }

    private Progress move(UUID id, State state) {
        return many.move(caller.storeId(), id, state, caller.name())
                .map(Progress::of)
                .orElseThrow(BulkRetriesResource::missing);
    }

    private BulkPlan planned(UriInfo uri, List<UUID> executions) {
        return executions == null
                ? plans.plan(
                        caller.storeId(), ListQuery.of(uri.getQueryParameters()).filter())
                : plans.plan(caller.storeId(), executions);
    }

    private static HttpProblem missing() {
        return Problems.notFound("Bulk retry");
    }
}
