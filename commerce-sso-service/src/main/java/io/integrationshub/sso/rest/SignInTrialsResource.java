package io.integrationshub.sso.rest;

import io.integrationshub.runtime.web.Roles;
import io.integrationshub.sso.application.SignInTrialReport;
import io.integrationshub.sso.application.SignInTrials;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tries sign-ins for somebody who waits; config-service passes the question on with that person's own token. */
@Path("/api/integrations/{integrationId}/sign-in-trials")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in trials")
public class SignInTrialsResource {
    private final SignInTrials trials;
    private final Known known;

    SignInTrialsResource(SignInTrials trials, Known known) {
        this.trials = trials;
        this.known = known;
    }

    @POST
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            summary = "Begin a sign-in in each enabled realm and follow it to the login page",
            description =
                    "Nothing is entered and nothing is changed. The Buyer realm is tried from Commerce's authorization endpoint"
                            + " on; staff sign-ins start in Commerce Manager, so the Merchant realm is tried from where"
                            + " Commerce sends the browser. Each realm has a link for a person who wants to try the rest.")
    @APIResponse(
            responseCode = "200",
            description = "How far each came; failure says what stood in the way, and the remedy")
    @APIResponse(responseCode = "404", description = "No such integration in the caller's store has reached Commerce")
    @APIResponse(responseCode = "409", description = "Deleted, at work, or the last execution failed")
    public SignInTrialReport tryOut(@PathParam("integrationId") UUID integrationId) {
        return trials.tryOut(known.applied(integrationId, false));
    }
}
