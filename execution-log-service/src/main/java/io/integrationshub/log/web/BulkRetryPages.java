package io.integrationshub.log.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.log.application.BulkPlan;
import io.integrationshub.log.application.BulkRetries;
import io.integrationshub.log.application.BulkRetries.BulkRetry;
import io.integrationshub.log.application.BulkRetries.State;
import io.integrationshub.log.application.PlanBulkRetry;
import io.integrationshub.log.application.RetryExecution;
import io.integrationshub.log.application.RetryMany;
import io.integrationshub.log.listing.ListQuery;
import io.integrationshub.runtime.web.Problems;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Retries whatever passes the filters of the list: first the count, then the progress. */
@Path("/bulk-retries")
@Produces(MediaType.TEXT_HTML)
public class BulkRetryPages {
    private static final int ITEMS = 200;
    private static final int NEWEST = 20;

    private final PlanBulkRetry plans;
    private final RetryMany many;
    private final BulkRetries bulks;
    private final Viewers viewers;

    BulkRetryPages(PlanBulkRetry plans, RetryMany many, BulkRetries bulks, Viewers viewers) {
        this.plans = plans;
        this.many = many;
        this.bulks = bulks;
        this.viewers = viewers;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Viewers.Viewer viewer, List<BulkRetry> bulks);

        static native TemplateInstance plan(Viewers.Viewer viewer, BulkPlan plan, String query, String refusal);

        static native TemplateInstance progress(
                Viewers.Viewer viewer, BulkRetry bulk, List<BulkRetries.Item> items, boolean more);
    }

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public TemplateInstance list() {
        return Templates.list(viewers.viewer(), bulks.newest(viewers.storeId(), NEWEST));
    }

    @GET
    @Path("/new")
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(hidden = true)
    public TemplateInstance plan(@Context UriInfo uri) {
        return Templates.plan(
                viewers.viewer(), planned(uri), uri.getRequestUri().getRawQuery(), null);
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response start(
            @Context UriInfo uri, @FormParam("planVersion") String version, @FormParam("reason") String reason) {
        String why = reason == null || reason.isBlank()
                ? null
                : reason.substring(0, Math.min(RetryExecution.LONGEST_REASON, reason.length()));
        BulkPlan plan = planned(uri);
        return switch (many.start(viewers.storeId(), plan, version, viewers.name(), why, true)) {
            case RetryMany.Outcome.Started started ->
                Response.seeOther(URI.create("/bulk-retries/" + started.bulk().id()))
                        .build();
            case RetryMany.Outcome.PlanChanged changed ->
                refused(uri, changed.now(), "Something happened since you looked. This is the plan as of now.");
            case RetryMany.Outcome.ConfirmationRequired required ->
                refused(uri, plan, "It is not known what some of these changed.");
            case RetryMany.Outcome.Nothing nothing -> refused(uri, plan, "There is nothing to retry.");
        };
    }

    private Response refused(UriInfo uri, BulkPlan plan, String refusal) {
        return Response.status(Response.Status.CONFLICT)
                .entity(Templates.plan(
                        viewers.viewer(), plan, uri.getRequestUri().getRawQuery(), refusal))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response progress(@PathParam("id") UUID id) {
        return bulks.find(viewers.storeId(), id)
                .map(bulk -> {
                    List<BulkRetries.Item> items = bulks.items(id, 0, ITEMS);
                    return Response.ok(Templates.progress(viewers.viewer(), bulk, items, bulk.total() > items.size()))
                            .build();
                })
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND)
                        .entity(Pages.Templates.missing(viewers.viewer()))
                        .build());
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response move(@PathParam("id") UUID id, @FormParam("state") State state) {
        if (state == null || state == State.DONE) {
            throw Problems.badParameter("state", "state is RUNNING, PAUSED or CANCELED.");
        }
        many.move(viewers.storeId(), id, state, viewers.name());
        return Response.seeOther(URI.create("/bulk-retries/" + id)).build();
    }

    private BulkPlan planned(UriInfo uri) {
        return plans.plan(
                viewers.storeId(), ListQuery.of(uri.getQueryParameters()).filter());
    }
}
