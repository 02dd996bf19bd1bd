package io.integrationshub.config.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.application.Integrations.Overview;
import io.integrationshub.config.domain.Revision;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One integration: its Summary, and its configuration as it is and as it was. */
@Path("/integrations/{id}")
@Produces(MediaType.TEXT_HTML)
public class IntegrationPages {
    private final Integrations integrations;
    private final Summaries summaries;
    private final Viewer.Source viewers;

    IntegrationPages(Integrations integrations, Summaries summaries, Viewer.Source viewers) {
        this.integrations = integrations;
        this.summaries = summaries;
        this.viewers = viewers;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance configuration(Viewer viewer, Overview overview, Revision revision);
    }

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response summary(@PathParam("id") UUID id) {
        return summaries.show(id);
    }

    /** View Configuration, as it is. */
    @GET
    @Path("configuration")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response configuration(@PathParam("id") UUID id) {
        return summaries.page(id, overview -> Templates.configuration(viewers.get(), overview, overview.latest()));
    }

    /** As it was. */
    @GET
    @Path("revisions/{generation}")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response revision(@PathParam("id") UUID id, @PathParam("generation") long generation) {
        return integrations
                .revision(viewers.get().storeId(), id, generation)
                .map(revision ->
                        summaries.page(id, overview -> Templates.configuration(viewers.get(), overview, revision)))
                .orElseGet(summaries::missing);
    }
}
