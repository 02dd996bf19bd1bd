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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The step Buyer Organization, with a list of URLs that grows and shrinks. */
@Path("/drafts/{id}")
@Produces(MediaType.TEXT_HTML)
public class BuyerStep {
    private static final String CALLBACK_URLS = "callbackUrls";

    private final Wizards wizards;
    private final SavePage save;

    BuyerStep(Wizards wizards, SavePage save) {
        this.wizards = wizards;
        this.save = save;
    }

    @POST
    @Path("buyer-organization")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response send(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return wizards.sent(id, Step.BUYER_ORGANIZATION, fields, sent -> {
            List<String> urls = new ArrayList<>(sent.form().values(CALLBACK_URLS));
            String removed = sent.after("remove-");
            if (sent.go().equals("add")) {
                urls.add("");
                return again(sent, urls);
            }
            if (removed != null) {
                int row = (int) Sent.number(removed, -1);
                if (row >= 0 && row < urls.size()) {
                    urls.remove(row);
                }
                return again(sent, urls);
            }
            return wizards.saved(sent, save.buyer(wizards.edit(sent), Fields.buyer(sent.fields())));
        });
    }

    private Response again(Sent sent, List<String> urls) {
        Map<String, List<String>> fields = new LinkedHashMap<>(sent.fields());
        fields.put(CALLBACK_URLS, urls.isEmpty() ? List.of("") : urls);
        return wizards.again(sent.with(Form.of(fields)), "");
    }
}
