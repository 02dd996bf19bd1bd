package io.integrationshub.config.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.config.application.BeginDraft;
import io.integrationshub.config.application.ExpectedVersion;
import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.application.Integrations.Overview;
import io.integrationshub.config.application.PauseIntegration;
import io.integrationshub.config.domain.Command;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.Revision;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One integration: its Summary, its configuration, and what came of its latest execution. */
@Path("/integrations/{id}")
@Produces(MediaType.TEXT_HTML)
public class IntegrationPages {
    private static final int REVISIONS = 20;

    private final Integrations integrations;
    private final BeginDraft begin;
    private final PauseIntegration pause;
    private final Viewer.Source viewers;

    IntegrationPages(Integrations integrations, BeginDraft begin, PauseIntegration pause, Viewer.Source viewers) {
        this.integrations = integrations;
        this.begin = begin;
        this.pause = pause;
        this.viewers = viewers;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance summary(Viewer viewer, Overview overview, List<Revision> revisions);

        static native TemplateInstance configuration(Viewer viewer, Overview overview, Revision revision);

        static native TemplateInstance execution(Viewer viewer, Overview overview, UUID executionId);

        static native TemplateInstance missing(Viewer viewer);
    }

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response summary(@PathParam("id") UUID id) {
        Viewer viewer = viewers.get();
        return page(
                id,
                overview -> Templates.summary(
                        viewer, overview, integrations.revisions(viewer.storeId(), id, Long.MAX_VALUE, REVISIONS)));
    }

    /** View Configuration, as it is or as it was. */
    @GET
    @Path("configuration")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response configuration(@PathParam("id") UUID id) {
        return page(id, overview -> Templates.configuration(viewers.get(), overview, overview.latest()));
    }

    @GET
    @Path("revisions/{generation}")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response revision(@PathParam("id") UUID id, @PathParam("generation") long generation) {
        Viewer viewer = viewers.get();
        return integrations
                .find(viewer.storeId(), id)
                .flatMap(overview -> integrations.revisions(viewer.storeId(), id, generation + 1, 1).stream()
                        .filter(revision -> revision.generation() == generation)
                        .findFirst()
                        .map(revision -> Response.ok(Templates.configuration(viewer, overview, revision))
                                .build()))
                .orElseGet(this::missing);
    }

    /** Where Finish leads to. */
    @GET
    @Path("executions/{execution}")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response execution(@PathParam("id") UUID id, @PathParam("execution") UUID execution) {
        return page(id, overview -> Templates.execution(viewers.get(), overview, execution));
    }

    @POST
    @Path("reconfigure")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response reconfigure(@PathParam("id") UUID id, MultivaluedMap<String, String> nothing) {
        Viewer viewer = viewers.get();
        return switch (begin.reconfigure(viewer.storeId(), id, viewer.name())) {
            case BeginDraft.Outcome.Begun(Draft draft) ->
                Response.seeOther(URI.create("/drafts/" + draft.id() + "/" + Step.TRIGGER_DETAILS.path()))
                        .build();
            case BeginDraft.Outcome.Refused refused -> missing();
            case BeginDraft.Outcome.UpToDate upToDate -> missing();
            case BeginDraft.Outcome.Gone() -> missing();
        };
    }

    @POST
    @Path("pause")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response pause(@PathParam("id") UUID id, @FormParam("reason") @Nullable String reason) {
        Viewer viewer = viewers.get();
        return back(viewer, id, Command.PAUSE, reason);
    }

    @POST
    @Path("unpause")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response unpause(@PathParam("id") UUID id, @FormParam("reason") @Nullable String reason) {
        Viewer viewer = viewers.get();
        return back(viewer, id, Command.RESUME, reason);
    }

    private Response back(Viewer viewer, UUID id, Command command, @Nullable String reason) {
        PauseIntegration.Wish wish = new PauseIntegration.Wish(
                viewer.storeId(), id, command, new ExpectedVersion.Any(), viewer.name(), words(reason));
        return pause.ask(wish) instanceof PauseIntegration.Outcome.Gone
                ? missing()
                : Response.seeOther(URI.create("/integrations/" + id)).build();
    }

    private Response page(UUID id, Function<Overview, TemplateInstance> template) {
        return integrations
                .find(viewers.get().storeId(), id)
                .map(overview -> Response.ok(template.apply(overview)).build())
                .orElseGet(this::missing);
    }

    private Response missing() {
        return Response.status(Status.NOT_FOUND)
                .entity(Templates.missing(viewers.get()))
                .build();
    }

    private static @Nullable String words(@Nullable String reason) {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }
}
