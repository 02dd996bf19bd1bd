package io.integrationshub.sso.rest;

import io.integrationshub.contracts.CommerceAccess;
import io.integrationshub.contracts.Plan;
import io.integrationshub.runtime.web.Roles;
import io.integrationshub.sso.application.PlanPreview;
import io.integrationshub.sso.application.StoreKeys;
import io.integrationshub.sso.domain.Wiring;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Previews for an admin who is about to finish; config-service passes them on with the admin's own token. */
@Path("/api/plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Plans")
public class PlansResource {
    private final PlanPreview previews;
    private final Known known;

    PlansResource(PlanPreview previews, Known known) {
        this.previews = previews;
        this.known = known;
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary =
                    "Preview: the requests that an execution would send to Commerce, in the shape of Terraform's plan",
            description =
                    "Writes nothing and is remembered nowhere. plan_version changes when what is wanted or what is seen at"
                            + " Commerce changes. Whether another store has the SSO prefix shows only when it is set.")
    public Plan preview(@Nullable PlanInput input) {
        PlanInput entered = PlanInput.require(input);
        Wiring latest = known.integration(entered.integrationId()).orElse(null);
        CommerceAccess access = entered.spec().commerce();
        StoreKeys keys = new StoreKeys(
                access.tokenUrl(),
                access.clientId(),
                known.open(entered.integrationId(), access.clientSecret(), "/spec/commerce/clientSecret"));
        return previews.preview(
                new PlanPreview.Subject(entered.integrationId(), entered.generation(), entered.spec(), keys, latest));
    }
}
