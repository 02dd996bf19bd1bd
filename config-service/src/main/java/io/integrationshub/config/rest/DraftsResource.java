package io.integrationshub.config.rest;

import io.integrationshub.config.application.BeginDraft;
import io.integrationshub.config.application.DiscardDraft;
import io.integrationshub.config.application.Drafts;
import io.integrationshub.config.application.Edit;
import io.integrationshub.config.application.FinishDraft;
import io.integrationshub.config.application.PlanDraft;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.Gap;
import io.integrationshub.contracts.Execution;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Roles;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The wizard: begin, look, throw away, finish. */
@Path("/api/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class DraftsResource {
    private final BeginDraft begin;
    private final DiscardDraft discard;
    private final FinishDraft finish;
    private final PlanDraft plan;
    private final Drafts drafts;
    private final Idempotent idempotent;
    private final Caller caller;

    DraftsResource(
            BeginDraft begin,
            DiscardDraft discard,
            FinishDraft finish,
            PlanDraft plan,
            Drafts drafts,
            Idempotent idempotent,
            Caller caller) {
        this.begin = begin;
        this.discard = discard;
        this.finish = finish;
        this.plan = plan;
        this.drafts = drafts;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    /** What a new draft can be told: nothing yet. */
    public record NewDraft() {}

    /**
     * How to finish.
     *
     * @param reason why, for the record; may be left out
     * @param planVersion of the plan that was agreed to; left out, whatever is needed is done
     */
    public record FinishInput(
            @Nullable String reason, @Nullable String planVersion) {}

    /** An execution that was started. */
    public record Started(
            UUID integrationId, UUID executionId, long executionNumber, long generation, boolean unchanged) {}

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Begin a draft of a new integration")
    public Response begin(@HeaderParam(Idempotent.HEADER) @Nullable String key, @Nullable NewDraft nothing) {
        String store = caller.storeId();
        return idempotent.answer(store, key, "begin", () -> created(begin.ofNew(store, caller.name())));
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
    @Operation(summary = "Drafts of the store, newest first, without their pages")
    public Page<DraftView> list(
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("cursor") @Nullable String cursor) {
        UUID after = Page.after(cursor, UUID::fromString);
        return Page.of(
                drafts.list(caller.storeId(), after, Page.limit(limit) + 1), limit, DraftView::listed, Draft::id);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
    @Operation(summary = "A draft, page by page")
    public Response get(@PathParam("id") UUID id) {
        return drafts.find(caller.storeId(), id)
                .map(DraftsResource::shown)
                .orElseThrow(() -> Problems.notFound("Draft"));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Throw a draft away")
    public void discard(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        switch (discard.discard(edit(id, ifMatch))) {
            case DISCARDED -> {}
            case CHANGED -> throw IfMatch.failed();
            case GONE -> throw Problems.notFound("Draft");
        }
    }

    @POST
    @Path("{id}/finish")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Finish: what the draft says is wanted from now on, and an execution starts")
    public Response finish(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(Idempotent.HEADER) @Nullable String key,
            @Nullable FinishInput input) {
        String reason = input == null ? null : ReasonInput.of(new ReasonInput(input.reason()));
        String planVersion = input == null ? null : input.planVersion();
        Edit edit = edit(id, ifMatch);
        String request = "finish " + id + " " + reason + (planVersion == null ? "" : " " + planVersion);
        // The plan is made before a transaction is open, and not at all when this was answered before.
        return idempotent
                .answered(edit.storeId(), key, request)
                .orElseGet(() -> finish(agreed(edit, planVersion), key, request, reason));
    }

    private Edit agreed(Edit edit, @Nullable String planVersion) {
        return switch (plan.agreed(edit, planVersion)) {
            case PlanDraft.Agreement.Same(Edit same) -> same;
            case PlanDraft.Agreement.PlanChanged() ->
                throw Problems.conflict(
                        "PLAN_CHANGED",
                        "What would be done is no longer what the plan showed. Look at the plan again, then finish.");
            case PlanDraft.Agreement.Incomplete(List<Gap> gaps) -> throw incomplete(gaps);
            case PlanDraft.Agreement.Changed() -> throw IfMatch.failed();
            case PlanDraft.Agreement.Gone() -> throw Problems.notFound("Draft");
        };
    }

    private Response finish(Edit edit, @Nullable String key, String request, @Nullable String reason) {
        return idempotent.answer(edit.storeId(), key, request, () -> switch (finish.finish(edit, reason)) {
            case FinishDraft.Outcome.Started(
                    UUID integrationId,
                    Execution execution,
                    long generation,
                    boolean unchanged) ->
                new Idempotent.Answer(
                        Status.ACCEPTED.getStatusCode(),
                        URI.create("/api/integrations/" + integrationId),
                        new Started(integrationId, execution.id(), execution.number(), generation, unchanged));
            case FinishDraft.Outcome.Incomplete(List<Gap> gaps) -> throw incomplete(gaps);
            case FinishDraft.Outcome.Overtaken() ->
                throw Problems.conflict(
                        "DRAFT_OVERTAKEN",
                        "Someone reconfigured the integration since this draft was begun. Choose Reconfigure again.");
            case FinishDraft.Outcome.Refused(var why) -> throw IntegrationCommandsResource.refused(why);
            case FinishDraft.Outcome.Changed() -> throw IfMatch.failed();
            case FinishDraft.Outcome.Gone() -> throw Problems.notFound("Draft");
        });
    }

    /** 201 with the draft. */
    static Idempotent.Answer created(Draft draft) {
        return new Idempotent.Answer(
                Status.CREATED.getStatusCode(), URI.create("/api/drafts/" + draft.id()), DraftView.from(draft));
    }

    /** 200 with the draft and its version. */
    static Response shown(Draft draft) {
        return Response.ok(DraftView.from(draft))
                .header(HttpHeaders.ETAG, IfMatch.tag(draft.version()))
                .build();
    }

    private Edit edit(UUID id, @Nullable String ifMatch) {
        return new Edit(caller.storeId(), id, caller.name(), IfMatch.of(ifMatch));
    }

    /** 409 with what is missing. */
    static HttpProblem incomplete(List<Gap> gaps) {
        return HttpProblem.builder()
                .withStatus(Status.CONFLICT)
                .withTitle("The draft is not complete")
                .withDetail("Fill in what is missing, page by page, then finish.")
                .with("code", "DRAFT_INCOMPLETE")
                .with("missing", gaps.stream().map(DraftView.Missing::from).toList())
                .build();
    }
}
