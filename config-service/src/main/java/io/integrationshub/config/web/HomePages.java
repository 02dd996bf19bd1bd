package io.integrationshub.config.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.config.application.BeginDraft;
import io.integrationshub.config.application.Drafts;
import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.domain.Draft;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where one comes in: the store's integrations, and the catalog. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class HomePages {
    private static final int SHOWN = 50;
    private static final int UNFINISHED = 10;

    private final Integrations integrations;
    private final Drafts drafts;
    private final BeginDraft begin;
    private final Viewer.Source viewers;

    HomePages(Integrations integrations, Drafts drafts, BeginDraft begin, Viewer.Source viewers) {
        this.integrations = integrations;
        this.drafts = drafts;
        this.begin = begin;
        this.viewers = viewers;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance home(
                Viewer viewer, List<Integrations.Overview> integrations, List<Draft> drafts);

        static native TemplateInstance cognito(Viewer viewer);
    }

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public TemplateInstance home() {
        Viewer viewer = viewers.get();
        return Templates.home(
                viewer, integrations.list(viewer.storeId(), null, SHOWN), drafts.latest(viewer.storeId(), UNFINISHED));
    }

    @GET
    @Path("catalog/amazon-cognito")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public TemplateInstance cognito() {
        return Templates.cognito(viewers.get());
    }

    @POST
    @Path("catalog/amazon-cognito/configure")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response configure(MultivaluedMap<String, String> nothing) {
        Viewer viewer = viewers.get();
        return Response.seeOther(URI.create("/drafts/"
                        + begin.ofNew(viewer.storeId(), viewer.name()).id() + "/" + Step.TRIGGER_DETAILS.path()))
                .build();
    }
}
