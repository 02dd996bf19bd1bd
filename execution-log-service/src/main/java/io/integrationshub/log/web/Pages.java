package io.integrationshub.log.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.application.Position;
import io.integrationshub.log.application.ReadExecutions;
import io.integrationshub.log.application.RetryExecution;
import io.integrationshub.log.application.RetryExecution.Outcome;
import io.integrationshub.log.application.RetryExecution.Revision;
import io.integrationshub.log.domain.History;
import io.integrationshub.log.domain.Status;
import io.integrationshub.log.listing.Cursors;
import io.integrationshub.log.listing.ListQuery;
import io.integrationshub.runtime.web.Caller;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages of the execution log: everything is in the HTML; the script only keeps it fresh. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class Pages {
    private static final int REASON = 500;

    private final ReadExecutions executions;
    private final RetryExecution retries;
    private final Cursors cursors;
    private final Caller caller;
    private final SecurityIdentity identity;

    Pages(
            ReadExecutions executions,
            RetryExecution retries,
            Cursors cursors,
            Caller caller,
            SecurityIdentity identity) {
        this.executions = executions;
        this.retries = retries;
        this.cursors = cursors;
        this.caller = caller;
        this.identity = identity;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance executions(
                Viewer viewer,
                ReadExecutions.Page page,
                ListQuery query,
                String next,
                List<Status> statuses,
                List<Trigger> triggers);

        static native TemplateInstance logs(Viewer viewer, History history);

        static native TemplateInstance steps(Viewer viewer, History history);

        static native TemplateInstance retry(
                Viewer viewer, History history, ReadExecutions.RetryState state, String refusal);

        static native TemplateInstance missing(Viewer viewer);
    }

    /** Who looks at the page. */
    record Viewer(String name, String storeId, boolean mayRetry) {}

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public TemplateInstance list(@Context UriInfo uri) {
        ListQuery query = ListQuery.of(uri.getQueryParameters());
        String list = query.name(caller.storeId());
        Optional<Position> after = query.cursor().map(cursor -> cursors.read(cursor, list));
        ReadExecutions.Page page = executions.list(caller.storeId(), query.filter(), after, query.limit());
        String next = page.next()
                .map(position -> uri.getRequestUriBuilder()
                        .replaceQueryParam("cursor", cursors.write(position, list))
                        .build())
                .map(URI::getRawQuery)
                .orElse(null);
        return Templates.executions(viewer(), page, query, next, List.of(Status.values()), List.of(Trigger.values()));
    }

    @GET
    @Path("executions/{id}")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response logs(@PathParam("id") UUID id) {
        return page(id, history -> Templates.logs(viewer(), history));
    }

    @GET
    @Path("executions/{id}/steps")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response steps(@PathParam("id") UUID id) {
        return page(id, history -> Templates.steps(viewer(), history));
    }

    @GET
    @Path("executions/{id}/retry")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response retry(@PathParam("id") UUID id) {
        return page(id, history -> Templates.retry(viewer(), history, executions.retry(id), null));
    }

    @POST
    @Path("executions/{id}/retry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response retry(
            @PathParam("id") UUID id,
            @FormParam("reason") String reason,
            @FormParam("revision") @DefaultValue("LATEST") Revision revision,
            @HeaderParam("Sec-Fetch-Site") String site) {
        if (site != null && !site.equals("same-origin")) {
            // A form on somebody else's page; the session cookie would not come along, but say it plainly.
            return Response.status(Response.Status.FORBIDDEN).build();
        }
        String why = reason == null || reason.isBlank() ? null : reason.substring(0, Math.min(REASON, reason.length()));
        return switch (retries.retry(caller.storeId(), id, caller.name(), why, revision)) {
            case Outcome.Requested requested ->
                Response.seeOther(URI.create("/executions/" + id + "/retry")).build();
            case Outcome.Unknown unknown -> missing();
            case Outcome.NotRetryable refused ->
                refused(id, "Only an execution that failed or was cancelled can be retried.");
            case Outcome.AlreadyRetried refused -> refused(id, "This execution was retried before.");
        };
    }

    private Response refused(UUID id, String refusal) {
        return executions
                .history(caller.storeId(), id)
                .map(history -> Response.status(Response.Status.CONFLICT)
                        .entity(Templates.retry(viewer(), history, executions.retry(id), refusal))
                        .build())
                .orElseGet(this::missing);
    }

    private Response page(UUID id, Function<History, TemplateInstance> template) {
        return executions
                .history(caller.storeId(), id)
                .map(history -> Response.ok(template.apply(history)).build())
                .orElseGet(this::missing);
    }

    private Response missing() {
        return Response.status(Response.Status.NOT_FOUND)
                .entity(Templates.missing(viewer()))
                .build();
    }

    private Viewer viewer() {
        boolean mayRetry = identity.hasRole(OPERATOR) || identity.hasRole(ADMIN);
        return new Viewer(caller.name(), caller.storeId(), mayRetry);
    }
}
