package io.integrationshub.log.rest;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.log.listing.EvidenceFiles;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The evidence of an execution. */
@Path("/api/executions/{id}/evidence")
@Tag(name = "Executions")
public class EvidenceResource {
    private final EvidenceFiles files;
    private final Caller caller;

    EvidenceResource(EvidenceFiles files, Caller caller) {
        this.files = files;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(
            summary = "Evidence: everything about an execution in one file, as JSON or (Accept: text/html) for people",
            description =
                    "Revision hash, steps, logs, events with their hashes; no secrets. The HTML opens without a server.")
    public String json(@PathParam("id") UUID id) {
        return files.json(caller.storeId(), id, caller.name()).orElseThrow(() -> Problems.notFound("Execution"));
    }

    @GET
    @Produces("text/html;qs=0.5")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public String html(@PathParam("id") UUID id) {
        return files.html(caller.storeId(), id, caller.name()).orElseThrow(() -> Problems.notFound("Execution"));
    }
}
