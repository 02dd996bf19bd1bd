package io.integrationshub.log.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.application.AutomaticRetries;
import io.integrationshub.log.application.PreviewRetry;
import io.integrationshub.log.application.PreviewRetry.Preview;
import io.integrationshub.log.application.PreviewRetry.Revision;
import io.integrationshub.log.application.ReadExecutions;
import io.integrationshub.log.application.Refusal;
import io.integrationshub.log.application.RetryExecution;
import io.integrationshub.log.application.RetryExecution.Outcome;
import io.integrationshub.log.application.RetryExecution.Wish;
import io.integrationshub.log.domain.History;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Says what a retry of an execution would do, and asks for it. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class RetryPages {

    private final ReadExecutions executions;
    private final PreviewRetry previews;
    private final RetryExecution retries;
    private final Viewers viewers;

    RetryPages(ReadExecutions executions, PreviewRetry previews, RetryExecution retries, Viewers viewers) {
        this.executions = executions;
        this.previews = previews;
        this.retries = retries;
        this.viewers = viewers;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance retry(
                Viewers.Viewer viewer,
                History history,
                ReadExecutions.RetryState state,
                AutomaticRetries.AutomaticRetry automatic,
                Preview preview,
                String refusal);
    }

    @GET
    @Path("executions/{id}/retry")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response preview(
            @PathParam("id") UUID id, @QueryParam("revision") @DefaultValue("LATEST") Revision revision) {
        return page(id, revision, Status.OK, null);
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
            @FormParam("planVersion") String version,
            @FormParam("confirmed") boolean confirmed) {
        String why = reason == null || reason.isBlank()
                ? null
                : reason.substring(0, Math.min(RetryExecution.LONGEST_REASON, reason.length()));
        Wish wish = new Wish(Trigger.RETRY, viewers.name(), why, revision, version, confirmed);
        return switch (retries.retry(viewers.storeId(), id, wish)) {
            case Outcome.Requested requested ->
                Response.seeOther(URI.create("/executions/" + id + "/retry")).build();
            case Outcome.Unknown unknown -> page(id, revision, Status.NOT_FOUND, null);
            case Outcome.Refused refused -> page(id, revision, Status.CONFLICT, told(refused.refusal()));
        };
    }

    private static String told(Refusal refusal) {
        return refusal.code() == Refusal.Code.CONFIRMATION_REQUIRED
                ? "It is not known what the marked steps changed. Say below that you know, then retry."
                : refusal.detail();
    }

    private Response page(UUID id, Revision revision, Status status, String refusal) {
        String storeId = viewers.storeId();
        return executions
                .history(storeId, id)
                .flatMap(history -> previews.preview(storeId, id, revision)
                        .map(preview -> Templates.retry(
                                viewers.viewer(),
                                history,
                                executions.retry(id),
                                executions.automaticRetry(id).orElse(null),
                                preview,
                                refusal)))
                .map(template -> Response.status(status).entity(template).build())
                .orElseGet(() -> Response.status(Status.NOT_FOUND)
                        .entity(Pages.Templates.missing(viewers.viewer()))
                        .build());
    }
}
