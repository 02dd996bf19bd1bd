package io.integrationshub.config.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.config.application.DiscardDraft;
import io.integrationshub.config.application.Edit;
import io.integrationshub.config.application.ExpectedVersion;
import io.integrationshub.config.domain.Draft;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The wizard as a whole: going from step to step, keeping what is typed, and Cancel. Each step's own buttons have a class. */
@Path("/drafts/{id}")
@Produces(MediaType.TEXT_HTML)
public class WizardPages {
    private final Wizards wizards;
    private final DiscardDraft discard;
    private final Viewer.Source viewers;

    WizardPages(Wizards wizards, DiscardDraft discard, Viewer.Source viewers) {
        this.wizards = wizards;
        this.discard = discard;
        this.viewers = viewers;
    }

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response open(@PathParam("id") UUID id) {
        return wizards.with(id, draft -> wizards.to(draft, firstOpen(draft)));
    }

    @GET
    @Path("{step}")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response show(@PathParam("id") UUID id, @PathParam("step") String path) {
        Optional<Step> step = Step.of(path).filter(found -> found != Step.FINISH);
        return step.isEmpty() ? wizards.gone() : wizards.with(id, draft -> wizards.open(draft, step.get()));
    }

    @POST
    @Path("trigger-details")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response onward(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return wizards.sent(id, Step.TRIGGER_DETAILS, fields, sent -> wizards.to(sent.draft(), sent.target()));
    }

    /** Keeps what is typed while it is typed, for the day the browser is closed. */
    @POST
    @Path("{step}/typed")
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response typed(
            @PathParam("id") UUID id, @PathParam("step") String path, MultivaluedMap<String, String> fields) {
        Step.of(path)
                .filter(step -> step.page() != null)
                .ifPresent(step -> wizards.sent(id, step, fields, sent -> {
                    // What was typed before the draft was last stored is in it, or was given up.
                    if (sent.version() == sent.draft().version()) {
                        wizards.keep(sent.draft(), step, sent.form());
                    }
                    return Response.noContent().build();
                }));
        return Response.noContent().build();
    }

    @POST
    @Path("cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response cancel(@PathParam("id") UUID id, MultivaluedMap<String, String> nothing) {
        return wizards.with(id, draft -> {
            discard.discard(new Edit(draft.storeId(), id, viewers.get().name(), new ExpectedVersion.Any()));
            return Response.seeOther(URI.create(draft.isNew() ? "/" : "/integrations/" + draft.integrationId()))
                    .build();
        });
    }

    private static Step firstOpen(Draft draft) {
        return Stream.of(Step.values())
                .filter(step -> step.page() != null && !step.stored(draft.pages()))
                .findFirst()
                .orElse(Step.PLAN);
    }
}
