package io.integrationshub.log.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;

import io.integrationshub.log.application.AlertRules;
import io.integrationshub.log.application.AlertRules.AlertRule;
import io.integrationshub.log.application.ManageAlerts;
import io.integrationshub.log.application.ReadAlerts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who is told of what, and whether they were; a rule is tried and, asked twice, removed. For admins, as the API is. */
@Path("/alerts")
@Produces(MediaType.TEXT_HTML)
public class AlertPages {
    private final ReadAlerts alerts;
    private final AlertRules rules;
    private final ManageAlerts manage;
    private final Viewers viewers;

    AlertPages(ReadAlerts alerts, AlertRules rules, ManageAlerts manage, Viewers viewers) {
        this.alerts = alerts;
        this.rules = rules;
        this.manage = manage;
        this.viewers = viewers;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance alerts(Viewers.Viewer viewer, List<ReadAlerts.Alert> alerts);

        static native TemplateInstance remove(Viewers.Viewer viewer, AlertRule rule);

        static native TemplateInstance missing(Viewers.Viewer viewer);
    }

    @GET
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public TemplateInstance list() {
        return Templates.alerts(viewers.viewer(), alerts.list(viewers.storeId()));
    }

    @POST
    @Path("/{id}/test")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response test(@PathParam("id") UUID id) {
        return manage.tryOut(viewers.storeId(), id, viewers.name())
                .map(notice -> Response.seeOther(URI.create("/alerts/" + id + "#notices"))
                        .build())
                .orElseGet(() -> missing(viewers));
    }

    @GET
    @Path("/{id}/remove")
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response confirm(@PathParam("id") UUID id) {
        return rules.find(viewers.storeId(), id)
                .map(rule ->
                        Response.ok(Templates.remove(viewers.viewer(), rule)).build())
                .orElseGet(() -> missing(viewers));
    }

    @POST
    @Path("/{id}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response remove(@PathParam("id") UUID id) {
        return manage.remove(viewers.storeId(), id, viewers.name())
                ? Response.seeOther(URI.create("/alerts")).build()
                : missing(viewers);
    }

    static Response missing(Viewers viewers) {
        return Response.status(Response.Status.NOT_FOUND)
                .entity(Templates.missing(viewers.viewer()))
                .build();
    }
}
