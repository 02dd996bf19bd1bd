package io.integrationshub.sso.rest;

import io.integrationshub.runtime.web.Roles;
import io.integrationshub.sso.application.DriftReport;
import io.integrationshub.sso.application.Drifts;
import io.integrationshub.sso.domain.Wiring;
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

/** Looks for drift when somebody asks; config-service passes the question on with that person's own token. */
@Path("/api/integrations/{integrationId}/drift-checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drift")
public class DriftChecksResource {
    private final Drifts drifts;
    private final Known known;

    DriftChecksResource(Drifts drifts, Known known) {
        this.drifts = drifts;
        this.known = known;
    }

    @POST
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            summary = "Compare the store with what was last applied, with reads only",
            description =
                    "Compares the OIDC profiles of the enabled realms, the redirect URIs of the Buyer realm and the SSO prefix."
                            + " Client secrets cannot be compared, as Commerce does not show them. What was found is"
                            + " published as DriftDetected and DriftChecked too.")
    @APIResponse(responseCode = "200", description = "What differs; no findings when all is as applied")
    @APIResponse(responseCode = "404", description = "No such integration in the caller's store has reached Commerce")
    @APIResponse(responseCode = "409", description = "Paused, deleted, at work, or the last execution failed")
    @APIResponse(responseCode = "503", description = "Commerce has trouble that passes; nothing was told")
    public DriftReport check(@PathParam("integrationId") UUID integrationId) {
        Wiring applied = known.applied(integrationId, true);
        return known.answered(() -> drifts.checkNow(applied));
    }
}
