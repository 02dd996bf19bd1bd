package io.integrationshub.log.rest;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.application.PreviewRetry;
import io.integrationshub.log.application.PreviewRetry.Revision;
import io.integrationshub.log.application.Refusal;
import io.integrationshub.log.application.RetryExecution;
import io.integrationshub.log.application.RetryExecution.Outcome;
import io.integrationshub.log.application.RetryExecution.Wish;
import io.integrationshub.log.domain.RetryStep;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Violations;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asks for an execution again. */
@Path("/api/executions/{id}/retry")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Executions")
public class RetryResource {
    private final PreviewRetry previews;
    private final RetryExecution retries;
    private final Caller caller;

    RetryResource(PreviewRetry previews, RetryExecution retries, Caller caller) {
        this.previews = previews;
        this.retries = retries;
        this.caller = caller;
    }

    /**
     * May be left out.
     *
     * @param reason why
     * @param revision SAME or LATEST; LATEST when left out
     * @param planVersion of the preview that was looked at; left out, whatever is needed is done
     * @param confirmed true when it is known what may change twice
     */
    public record RetryWish(
            @Schema(maxLength = RetryExecution.LONGEST_REASON)
            String reason,

            Revision revision,

            @Schema(maxLength = RetryExecution.LONGEST_PLAN_VERSION)
            String planVersion,

            Boolean confirmed) {
        Wish by(String actor) {
            new Violations()
                    .longerThan(RetryExecution.LONGEST_REASON, "/reason", reason)
                    .longerThan(RetryExecution.LONGEST_PLAN_VERSION, "/planVersion", planVersion)
                    .refuse();
            String why = reason == null || reason.isBlank() ? null : reason;
            return new Wish(Trigger.RETRY, actor, why, of(revision), planVersion, Boolean.TRUE.equals(confirmed));
        }
    }

    /**
     * What a retry would do.
     *
     * @param generation of the revision that would run, null for the latest
     * @param confirmationRequired something may change twice: retry with confirmed
     * @param refusal why it would not be done, or null
     * @param steps those that the execution came to; what lies behind them follows as in any execution
     */
    public record RetryPreview(
            boolean retryable,
            String planVersion,
            Revision revision,
            Long generation,
            boolean confirmationRequired,
            WhyNot refusal,
            List<RetryStep> steps) {
        static RetryPreview of(PreviewRetry.Preview preview) {
            return new RetryPreview(
                    preview.refusal().isEmpty(),
                    preview.version(),
                    preview.revision(),
                    preview.revision() == Revision.SAME
                            ? (Long) preview.execution().generation()
                            : null,
                    preview.needsConfirmation(),
                    preview.refusal().map(WhyNot::of).orElse(null),
                    preview.steps());
        }
    }

    /** @param executionId the one to look at instead, or null */
    public record WhyNot(Refusal.Code code, String detail, UUID executionId) {
        static WhyNot of(Refusal refusal) {
            return new WhyNot(
                    refusal.code(), refusal.detail(), refusal.instead().orElse(null));
        }
    }

    @GET
    @Path("/preview")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(
            summary = "What a retry would do",
            description = "Which steps are reused and which are done again, what may change twice, and why there is no"
                    + " retry. Retry with its planVersion to be sure that it is this.")
    public RetryPreview preview(@PathParam("id") UUID id, @QueryParam("revision") Revision revision) {
        return previews.preview(caller.storeId(), id, of(revision))
                .map(RetryPreview::of)
                .orElseThrow(() -> Problems.notFound("Execution"));
    }

    @POST
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(
            summary = "Retry a failed execution",
            description =
                    "A new execution follows, with the integration's latest configuration or that of the failed one; its"
                            + " retryOf is this one. Steps whose result is there already change nothing: they are REUSED.")
    @APIResponse(responseCode = "202", description = "It is announced.")
    @APIResponse(
            responseCode = "409",
            description = "RUN_NOT_RETRYABLE, ALREADY_RETRIED, SUPERSEDED, HISTORY_PURGED, PLAN_CHANGED or"
                    + " CONFIRMATION_REQUIRED.")
    @APIResponse(responseCode = "422", description = "INVALID: values that are wrong, each with its pointer.")
    public Response retry(@PathParam("id") UUID id, RetryWish wish) {
        Wish wanted = (wish == null ? new RetryWish(null, null, null, null) : wish).by(caller.name());
        return switch (retries.retry(caller.storeId(), id, wanted)) {
            case Outcome.Requested requested ->
                Response.accepted(new Answers.RetryRequested(true)).build();
            case Outcome.Unknown unknown -> throw Problems.notFound("Execution");
            case Outcome.Refused refused -> throw problem(refused.refusal());
        };
    }

    private static Revision of(Revision revision) {
        return revision == null ? Revision.LATEST : revision;
    }

    private static HttpProblem problem(Refusal refusal) {
        HttpProblem problem = Problems.conflict(refusal.code().name(), refusal.detail());
        String member = refusal.code() == Refusal.Code.ALREADY_RETRIED ? "retriedBy" : "executionId";
        return refusal.instead()
                .map(id -> HttpProblem.builder(problem).with(member, id).build())
                .orElse(problem);
    }
}
