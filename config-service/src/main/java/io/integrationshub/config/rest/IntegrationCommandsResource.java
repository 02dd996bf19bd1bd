package io.integrationshub.config.rest;

import io.integrationshub.config.application.BeginDraft;
import io.integrationshub.config.application.DescribeIntegration;
import io.integrationshub.config.application.HealIntegration;
import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.application.PauseIntegration;
import io.integrationshub.config.domain.Command;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.Lifecycle;
import io.integrationshub.contracts.Execution;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Roles;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What can be done with an integration. What comes of it at each stage of its life is decided by {@link Lifecycle}. */
@Path("/api/integrations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Integrations")
public class IntegrationCommandsResource {
    private static final String NAME = "Integration";

    private final Integrations integrations;
    private final DescribeIntegration describe;
    private final BeginDraft begin;
    private final PauseIntegration pause;
    private final HealIntegration heal;
    private final Idempotent idempotent;
    private final Caller caller;

    IntegrationCommandsResource(
            Integrations integrations,
            DescribeIntegration describe,
            BeginDraft begin,
            PauseIntegration pause,
            HealIntegration heal,
            Idempotent idempotent,
            Caller caller) {
        this.integrations = integrations;
        this.describe = describe;
        this.begin = begin;
        this.pause = pause;
        this.heal = heal;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @POST
    @Path("reconfigure")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Reconfigure: begin a draft filled in with the latest revision; its secrets are kept")
    public Response reconfigure(
            @PathParam("id") UUID id,
            @HeaderParam(Idempotent.HEADER) @Nullable String key,
            DraftsResource.@Nullable NewDraft nothing) {
        String store = caller.storeId();
        return idempotent.answer(
                store, key, "reconfigure " + id, () -> begun(begin.reconfigure(store, id, caller.name())));
    }

    @POST
    @Path("update")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary =
                    "Update: begin a draft for the latest version of the definition, filled in with the latest revision",
            description = "Nothing changes until it is finished. 409 UP_TO_DATE when there is no newer version.")
    public Response update(
            @PathParam("id") UUID id,
            @HeaderParam(Idempotent.HEADER) @Nullable String key,
            DraftsResource.@Nullable NewDraft nothing) {
        String store = caller.storeId();
        return idempotent.answer(store, key, "update " + id, () -> begun(begin.update(store, id, caller.name())));
    }

    @POST
    @Path("revisions/{generation}/restore")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Restore: begin a draft filled in with an earlier revision",
            description =
                    "Keys stay those of the latest revision, as earlier ones may be deleted by now. Nothing changes"
                            + " until it is finished.")
    public Response restore(
            @PathParam("id") UUID id,
            @PathParam("generation") long generation,
            @HeaderParam(Idempotent.HEADER) @Nullable String key,
            DraftsResource.@Nullable NewDraft nothing) {
        String store = caller.storeId();
        return idempotent.answer(
                store,
                key,
                "restore " + id + " " + generation,
                () -> begun(begin.restore(store, id, generation, caller.name())));
    }

    @POST
    @Path("pause")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(summary = "Pause Integration: no new work until it is resumed")
    public Response pause(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(Idempotent.HEADER) @Nullable String key,
            @Nullable ReasonInput input) {
        return ask(id, Command.PAUSE, ifMatch, key, ReasonInput.of(input));
    }

    @POST
    @Path("resume")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(summary = "Unpause Integration: work may go on")
    public Response resume(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(Idempotent.HEADER) @Nullable String key,
            @Nullable ReasonInput input) {
        return ask(id, Command.RESUME, ifMatch, key, ReasonInput.of(input));
    }

    @POST
    @Path("heal")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            summary = "Heal: an execution puts right what somebody changed outside",
            description = "409 NOTHING_TO_HEAL while nothing is known to have drifted: look first (drift-checks).")
    public Response heal(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(Idempotent.HEADER) @Nullable String key,
            @Nullable ReasonInput input) {
        String store = caller.storeId();
        String reason = ReasonInput.of(input);
        return idempotent.answer(
                store,
                key,
                "heal " + id + " " + reason,
                () -> healing(id, heal.heal(store, id, IfMatch.of(ifMatch), caller.name(), reason)));
    }

    private Response ask(
            UUID id, Command command, @Nullable String ifMatch, @Nullable String key, @Nullable String reason) {
        PauseIntegration.Wish wish =
                new PauseIntegration.Wish(caller.storeId(), id, command, IfMatch.of(ifMatch), caller.name(), reason);
        String request = command + " " + id + " " + reason;
        return idempotent.answer(wish.storeId(), key, request, () -> switch (pause.ask(wish)) {
            case PauseIntegration.Outcome.Done done ->
                new Idempotent.Answer(Status.OK.getStatusCode(), null, shown(id));
            case PauseIntegration.Outcome.Refused(var why) -> throw refused(why);
            case PauseIntegration.Outcome.Gone() -> throw Problems.notFound(NAME);
        });
    }

    private IntegrationView shown(UUID id) {
        return integrations
                .find(caller.storeId(), id)
                .map(found -> IntegrationView.from(found, describe.conditions(found)))
                .orElseThrow(() -> Problems.notFound(NAME));
    }

    private static Idempotent.Answer begun(BeginDraft.Outcome outcome) {
        return switch (outcome) {
            case BeginDraft.Outcome.Begun(Draft draft) -> DraftsResource.created(draft);
            case BeginDraft.Outcome.Refused(var why) -> throw refused(why);
            case BeginDraft.Outcome.UpToDate(String version) ->
                throw Problems.conflict(
                        "UP_TO_DATE", "Version " + version + " is the latest. Choose Reconfigure to change anything.");
            case BeginDraft.Outcome.Gone() -> throw Problems.notFound(NAME);
        };
    }

    private static Idempotent.Answer healing(UUID id, HealIntegration.Outcome outcome) {
        return switch (outcome) {
            case HealIntegration.Outcome.Started(Execution execution, long generation) ->
                new Idempotent.Answer(
                        Status.ACCEPTED.getStatusCode(),
                        URI.create("/api/integrations/" + id),
                        new DraftsResource.Started(id, execution.id(), execution.number(), generation, true));
            case HealIntegration.Outcome.NothingToHeal() ->
                throw Problems.conflict(
                        "NOTHING_TO_HEAL",
                        "Nothing is known to have been changed outside. Look for drift first, then heal.");
            case HealIntegration.Outcome.Refused(var why) -> throw refused(why);
            case HealIntegration.Outcome.Gone() -> throw Problems.notFound(NAME);
        };
    }

    /** 409 with the code and the sentence of the lifecycle. */
    static HttpProblem refused(Lifecycle.Decision.Refused why) {
        return Problems.conflict(why.code(), why.sentence());
    }
}
