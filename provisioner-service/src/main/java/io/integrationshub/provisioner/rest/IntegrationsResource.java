package io.integrationshub.provisioner.rest;

import io.integrationshub.provisioner.application.DriftChecks;
import io.integrationshub.provisioner.application.PoolView;
import io.integrationshub.provisioner.domain.ProvisioningException;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is there at AWS now; config-service passes a person's questions on with that person's own token. */
@Path("/api/integrations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Integrations")
public class IntegrationsResource {
    private final PoolView pools;
    private final DriftChecks checks;
    private final Known known;
    private final Caller caller;

    IntegrationsResource(PoolView pools, DriftChecks checks, Known known, Caller caller) {
        this.pools = pools;
        this.checks = checks;
        this.known = known;
        this.caller = caller;
    }

    @GET
    @Path("/user-pool")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            summary = "The user pool as it is now",
            description = "Answers 200 whatever AWS says; failure tells it. Without a pool userPoolId is null.")
    public PoolView.View userPool(@PathParam("id") UUID id) {
        known.integration(caller.storeId(), id);
        return pools.of(id);
    }

    @POST
    @Path("/drift-checks")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            summary = "Look now whether reality still is what was applied",
            description =
                    "Publishes DriftDetected for each difference, then DriftChecked. 409 while there is nothing to"
                            + " compare with: an execution is at work or has failed, or the integration is paused or deleted.")
    public DriftChecks.Report driftCheck(@PathParam("id") UUID id) {
        known.integration(caller.storeId(), id);
        try {
            return checks.lookNow(id)
                    .orElseThrow(() -> Problems.conflict(
                            "NOTHING_TO_COMPARE",
                            "An execution is at work or has failed, or the integration is paused or deleted. Look again"
                                    + " after an execution has succeeded."));
        } catch (ProvisioningException e) {
            throw Problems.conflict(e.failure().code(), e.failure().message());
        }
    }
}
