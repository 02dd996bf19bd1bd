package io.integrationshub.log.rest;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;

import io.integrationshub.log.application.RetryExecution;
import io.integrationshub.log.application.RetryExecution.Outcome;
import io.integrationshub.log.application.RetryExecution.Revision;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asks for an execution again. */
@Path("/api/executions/{id}/retry")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Executions")
public class RetryResource {
    private final RetryExecution retries;
    private final Caller caller;

    RetryResource(RetryExecution retries, Caller caller) {
        this.retries = retries;
        this.caller = caller;
    }

    /**
     * May be left out.
     *
     * @param reason why
     * @param revision SAME or LATEST; LATEST when left out
     */
    public record RetryWish(@Size(max = 500) String reason, Revision revision) {}

    @POST
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(
            summary = "Retry a failed execution",
            description =
                    "A new execution follows, with the integration's latest configuration or that of the failed one; its"
                            + " retryOf is this one. Steps whose result is there already change nothing.")
    @APIResponse(responseCode = "202", description = "It is announced.")
    @APIResponse(responseCode = "409", description = "RUN_NOT_RETRYABLE or ALREADY_RETRIED.")
    public Response retry(@PathParam("id") UUID id, @Valid RetryWish wish) {
        String reason = wish == null || wish.reason() == null || wish.reason().isBlank() ? null : wish.reason();
        Revision revision = wish == null || wish.revision() == null ? Revision.LATEST : wish.revision();
        return switch (retries.retry(caller.storeId(), id, caller.name(), reason, revision)) {
            case Outcome.Requested requested ->
                Response.accepted(new Answers.RetryRequested(true)).build();
            case Outcome.Unknown unknown -> throw Problems.notFound("Execution");
            case Outcome.NotRetryable refused ->
                throw Problems.conflict(
                        "RUN_NOT_RETRYABLE",
                        "Only an execution that failed or was canceled can be retried; this one is " + refused.status()
                                + ".");
            case Outcome.AlreadyRetried refused -> throw alreadyRetried(refused.retriedBy());
        };
    }

    private static HttpProblem alreadyRetried(Optional<UUID> retriedBy) {
        HttpProblem problem =
                Problems.conflict("ALREADY_RETRIED", "This execution was retried before; follow the new one.");
        return retriedBy
                .map(id -> HttpProblem.builder(problem).with("retriedBy", id).build())
                .orElse(problem);
    }
}
