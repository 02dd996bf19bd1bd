package io.integrationshub.config.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;

import io.integrationshub.config.application.SavePage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The step Merchant Organization. */
@Path("/drafts/{id}")
@Produces(MediaType.TEXT_HTML)
public class MerchantStep {
    private final Wizards wizards;
    private final SavePage save;

    MerchantStep(Wizards wizards, SavePage save) {
        this.wizards = wizards;
        this.save = save;
    }

    @POST
    @Path("merchant-organization")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response send(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return wizards.sent(
                id,
                Step.MERCHANT_ORGANIZATION,
                fields,
                sent -> wizards.saved(sent, save.merchant(wizards.edit(sent), Fields.merchant(sent.fields()))));
    }
}
