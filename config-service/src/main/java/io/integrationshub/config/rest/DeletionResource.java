package io.integrationshub.config.rest;

import io.integrationshub.config.application.AwsQuestions;
import io.integrationshub.config.application.DeleteIntegration;
import io.integrationshub.config.application.Integrations;
import io.integrationshub.contracts.Deletion;
import io.integrationshub.contracts.DeletionPolicy;
import io.integrationshub.contracts.Execution;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** Delete, and what is at stake. */
@Path("/api/integrations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Integrations")
public class DeletionResource {
    private static final String NAME = "Integration";

    private final DeleteIntegration delete;
    private final Integrations integrations;
    private final AwsQuestions aws;
    private final Idempotent idempotent;
    private final Caller caller;

    DeletionResource(
            DeleteIntegration delete,
            Integrations integrations,
            AwsQuestions aws,
            Idempotent idempotent,
            Caller caller) {
        this.delete = delete;
        this.integrations = integrations;
        this.aws = aws;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    /**
     * What is to be deleted.
     *
     * @param confirmation the name of the integration, typed
     * @param policy what happens to the user pool
     * @param withUsers a pool with users in it may be deleted
     * @param withAdopted a pool that the hub did not make may be deleted
     */
    public record DeletionInput(
            @Nullable String confirmation,
            @Nullable DeletionPolicy policy,
            @Nullable Boolean withUsers,
            @Nullable Boolean withAdopted,
            @Nullable String reason) {
        Deletion deletion() {
            return new Deletion(policy, Boolean.TRUE.equals(withUsers), Boolean.TRUE.equals(withAdopted));
        }
    }

    @GET
    @Path("user-pool")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
    @Operation(summary = "The user pool as it is now at AWS, with the number of its users")
    public AwsQuestions.Pool pool(@PathParam("id") UUID id) {
        require(id);
        return aws.pool(id).orElseThrow(() -> Problems.notFound("User pool"));
    }

    @POST
    @Path("delete")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Delete: unwire the realms, keep or delete the user pool; confirmed by the integration's name")
    public Response delete(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(Idempotent.HEADER) @Nullable String key,
            @Nullable DeletionInput input) {
        DeletionInput given = Problems.required(input);
        String reason = ReasonInput.of(new ReasonInput(given.reason()));
        if (given.policy() == null) {
            throw Problems.invalid(
                    "/policy", "REQUIRED", "Say what happens to the user pool: RETAIN keeps it, DELETE deletes it.");
        }
        String request = "delete " + id + " " + given.deletion() + " " + reason;
        // The pool is asked about before a transaction is open, and not at all when this was answered before.
        return idempotent.answered(caller.storeId(), key, request).orElseGet(() -> {
            DeleteIntegration.Wish wish = new DeleteIntegration.Wish(
                    caller.storeId(),
                    id,
                    caller.name(),
                    IfMatch.of(ifMatch),
                    given.confirmation(),
                    given.deletion(),
                    atStake(id, given.deletion()),
                    reason);
            return idempotent.answer(caller.storeId(), key, request, () -> answer(id, delete.delete(wish)));
        });
    }

    private static Idempotent.Answer answer(UUID id, DeleteIntegration.Outcome outcome) {
        return switch (outcome) {
            case DeleteIntegration.Outcome.Started(Execution execution, long generation) ->
                new Idempotent.Answer(
                        Status.ACCEPTED.getStatusCode(),
                        URI.create("/api/integrations/" + id),
                        new DraftsResource.Started(id, execution.id(), execution.number(), generation, true));
            case DeleteIntegration.Outcome.NotConfirmed(String name) ->
                throw Problems.invalid("/confirmation", "NOT_CONFIRMED", "To confirm please type the name: " + name);
            case DeleteIntegration.Outcome.UsersAtStake(Long users) ->
                throw Problems.conflict(
                        "USERS_AT_STAKE",
                        (users == null
                                        ? "AWS does not let the user pool be looked at, so users may be in it"
                                        : "About " + users + " users are in the user pool")
                                + " and would be deleted with it. Keep the pool, or agree with withUsers.");
            case DeleteIntegration.Outcome.PoolAdopted() ->
                throw Problems.conflict(
                        "POOL_ADOPTED",
                        "The hub did not make this user pool. Keep it, or agree to its deletion with withAdopted.");
            case DeleteIntegration.Outcome.Refused(var why) -> throw IntegrationCommandsResource.refused(why);
            case DeleteIntegration.Outcome.Gone() -> throw Problems.notFound(NAME);
        };
    }

    /** Null when nobody needs to agree to anything, so that keeping a pool needs no answer from anybody. */
    private AwsQuestions.@Nullable Pool atStake(UUID id, Deletion deletion) {
        require(id);
        boolean agreed = deletion.withUsers() && deletion.withAdopted();
        return deletion.policy() == DeletionPolicy.RETAIN || agreed
                ? null
                : aws.pool(id).orElse(null);
    }

    private void require(UUID id) {
        if (integrations.find(caller.storeId(), id).isEmpty()) {
            throw Problems.notFound(NAME);
        }
    }
}
