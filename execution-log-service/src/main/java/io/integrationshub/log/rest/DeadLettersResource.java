package io.integrationshub.log.rest;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.log.application.DeadLetterBox.Coordinates;
import io.integrationshub.log.application.DeadLetterBox.Letter;
import io.integrationshub.log.application.ReplayDeadLetters;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Records that a service could not read. */
@Path("/api/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters")
public class DeadLettersResource {
    private final ReplayDeadLetters letters;
    private final Caller caller;

    DeadLettersResource(ReplayDeadLetters letters, Caller caller) {
        this.letters = letters;
        this.caller = caller;
    }

    /** Newest first. */
    public record Letters(List<Letter> items) {}

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(
            summary = "Dead letters: where they lie, where they came from and why; never their content",
            description =
                    "Those of the caller's store, and those that do not say whose they are. At most a hundred of each"
                            + " partition are looked at.")
    public Letters newest() {
        return new Letters(letters.of(caller.storeId()));
    }

    @POST
    @Path("/{topic}/{partition}/{offset}/replay")
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(
            summary = "Put a dead letter back where it came from",
            description = "Whoever has read it before drops it; whoever cannot read it now either sets it aside again.")
    @APIResponse(responseCode = "204", description = "It is back.")
    public Response replay(
            @PathParam("topic") String topic, @PathParam("partition") int partition, @PathParam("offset") long offset) {
        if (!letters.replay(caller.storeId(), new Coordinates(topic, partition, offset), caller.name())) {
            throw Problems.notFound("Dead letter");
        }
        return Response.noContent().build();
    }
}
