package io.integrationshub.config.rest;

import io.integrationshub.config.application.CheckDrift;
import io.integrationshub.config.application.CommerceQuestions;
import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.application.Reply;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Drift and sign-in trials: what is asked here changes nothing, so asking again with the same Idempotency-Key simply asks again. */
@Path("/api/integrations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Integrations")
public class DriftResource {
    private final Integrations integrations;
    private final CheckDrift check;
    private final CommerceQuestions commerce;
    private final Caller caller;

    DriftResource(Integrations integrations, CheckDrift check, CommerceQuestions commerce, Caller caller) {
        this.integrations = integrations;
        this.check = check;
        this.commerce = commerce;
        this.caller = caller;
    }

    @GET
    @Path("drift")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
    @Operation(summary = "What is known to have been changed outside: the latest look at AWS and at Commerce")
    public DriftView drift(@PathParam("id") UUID id) {
        return DriftView.from(require(id));
    }

    @POST
    @Path("drift-checks")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            summary = "Look now whether AWS and Commerce still are as they were left",
            description = "409 when neither can be looked at now; one that cannot has a problem in place of findings.")
    public DriftView.Checks check(@PathParam("id") UUID id) {
        require(id);
        List<CheckDrift.Look> looks = check.now(id);
        if (looks.stream().allMatch(look -> look.reply() instanceof Reply.NotNow)
                && looks.getFirst().reply() instanceof Reply.NotNow<?>(String code, String detail)) {
            throw Problems.conflict(code, detail);
        }
        return new DriftView.Checks(
                looks.stream().map(DriftView.CheckView::from).toList());
    }

    @POST
    @Path("sign-in-trials")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            summary = "Begin a sign-in in each enabled realm and follow it to the login page",
            description =
                    "Each realm has a link for a person who wants to try the rest. 409 when there is nothing to try now.")
    public CommerceQuestions.Trials trySignIn(@PathParam("id") UUID id) {
        require(id);
        return switch (commerce.trySignIn(id)) {
            case Reply.Answered<CommerceQuestions.Trials>(CommerceQuestions.Trials trials) -> trials;
            case Reply.NotNow<CommerceQuestions.Trials>(String code, String detail) ->
                throw Problems.conflict(code, detail);
        };
    }

    private Integrations.Overview require(UUID id) {
        return integrations.find(caller.storeId(), id).orElseThrow(() -> Problems.notFound("Integration"));
    }
}
