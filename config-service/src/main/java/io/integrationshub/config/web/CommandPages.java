package io.integrationshub.config.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;

import io.integrationshub.config.application.BeginDraft;
import io.integrationshub.config.application.ExpectedVersion;
import io.integrationshub.config.application.HealIntegration;
import io.integrationshub.config.application.PauseIntegration;
import io.integrationshub.config.domain.Command;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.Lifecycle;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The buttons of the Summary. What comes of each at every stage of an integration's life is decided by {@link Lifecycle}. */
@Path("/integrations/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class CommandPages {
    private final BeginDraft begin;
    private final PauseIntegration pause;
    private final HealIntegration heal;
    private final Summaries summaries;
    private final Viewer.Source viewers;

    CommandPages(
            BeginDraft begin,
            PauseIntegration pause,
            HealIntegration heal,
            Summaries summaries,
            Viewer.Source viewers) {
        this.begin = begin;
        this.pause = pause;
        this.heal = heal;
        this.summaries = summaries;
        this.viewers = viewers;
    }

    /** @param step to open; null for the first */
    @POST
    @Path("reconfigure")
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response reconfigure(@PathParam("id") UUID id, @FormParam("step") @Nullable String step) {
        Viewer viewer = viewers.get();
        Step opened = step == null ? Step.TRIGGER_DETAILS : Step.of(step).orElse(Step.TRIGGER_DETAILS);
        return begun(id, begin.reconfigure(viewer.storeId(), id, viewer.name()), opened);
    }

    @POST
    @Path("update")
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response update(@PathParam("id") UUID id, MultivaluedMap<String, String> nothing) {
        Viewer viewer = viewers.get();
        return begun(id, begin.update(viewer.storeId(), id, viewer.name()), Step.TRIGGER_DETAILS);
    }

    @POST
    @Path("revisions/{generation}/restore")
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response restore(
            @PathParam("id") UUID id,
            @PathParam("generation") long generation,
            MultivaluedMap<String, String> nothing) {
        Viewer viewer = viewers.get();
        return begun(id, begin.restore(viewer.storeId(), id, generation, viewer.name()), Step.PLAN);
    }

    @POST
    @Path("pause")
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response pause(@PathParam("id") UUID id, @FormParam("reason") @Nullable String reason) {
        return asked(id, Command.PAUSE, reason);
    }

    @POST
    @Path("unpause")
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response unpause(@PathParam("id") UUID id, @FormParam("reason") @Nullable String reason) {
        return asked(id, Command.RESUME, reason);
    }

    @POST
    @Path("heal")
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response heal(@PathParam("id") UUID id, @FormParam("reason") @Nullable String reason) {
        Viewer viewer = viewers.get();
        return switch (heal.heal(viewer.storeId(), id, new ExpectedVersion.Any(), viewer.name(), words(reason))) {
            case HealIntegration.Outcome.Started(var execution, long generation) -> Summaries.to(id, execution.id());
            case HealIntegration.Outcome.NothingToHeal() ->
                summaries.refused(id, "Nothing is known to have been changed outside. Choose Check now first.");
            case HealIntegration.Outcome.Refused(Lifecycle.Decision.Refused why) -> refused(id, why);
            case HealIntegration.Outcome.Gone() -> summaries.missing();
        };
    }

    private Response asked(UUID id, Command command, @Nullable String reason) {
        Viewer viewer = viewers.get();
        PauseIntegration.Wish wish = new PauseIntegration.Wish(
                viewer.storeId(), id, command, new ExpectedVersion.Any(), viewer.name(), words(reason));
        return switch (pause.ask(wish)) {
            case PauseIntegration.Outcome.Done done -> Summaries.to(id);
            case PauseIntegration.Outcome.Refused(Lifecycle.Decision.Refused why) -> refused(id, why);
            case PauseIntegration.Outcome.Gone() -> summaries.missing();
        };
    }

    private Response begun(UUID id, BeginDraft.Outcome outcome, Step step) {
        return switch (outcome) {
            case BeginDraft.Outcome.Begun(Draft draft) ->
                Response.seeOther(URI.create("/drafts/" + draft.id() + "/" + step.path()))
                        .build();
            case BeginDraft.Outcome.Refused(Lifecycle.Decision.Refused why) -> refused(id, why);
            case BeginDraft.Outcome.UpToDate(String version) ->
                summaries.refused(id, "Version " + version + " is the latest. Choose Reconfigure to change anything.");
            case BeginDraft.Outcome.Gone() -> summaries.missing();
        };
    }

    private Response refused(UUID id, Lifecycle.Decision.Refused why) {
        return summaries.refused(id, why.sentence());
    }

    private static @Nullable String words(@Nullable String reason) {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }
}
