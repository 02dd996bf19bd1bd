package io.integrationshub.provisioner.rest;

import io.integrationshub.contracts.Plan;
import io.integrationshub.provisioner.application.AwsKeys;
import io.integrationshub.provisioner.application.PlanPreview;
import io.integrationshub.provisioner.domain.Provisioning;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
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
    private final Caller caller;

    PlansResource(PlanPreview previews, Known known, Caller caller) {
        this.previews = previews;
        this.known = known;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Preview: the requests that an execution would send to AWS, in the shape of Terraform's plan",
            description =
                    "Writes nothing and is remembered nowhere. plan_version changes when what is wanted or what is seen at"
                            + " AWS changes.")
    public Plan preview(@Nullable PlanInput input) {
        PlanInput entered = PlanInput.require(input);
        String store = caller.storeId();
        Optional<Provisioning> remembered = known.integration(store, entered.integrationId());
        AwsKeys keys = new AwsKeys(
                entered.spec().aws().accessKeyId(),
                known.open(
                        store,
                        entered.integrationId(),
                        entered.spec().aws().secretAccessKey(),
                        "/spec/aws/secretAccessKey"),
                entered.spec().aws().region());
        return previews.preview(new PlanPreview.Subject(
                store, entered.integrationId(), entered.generation(), entered.spec(), keys, remembered.orElse(null)));
    }
}
