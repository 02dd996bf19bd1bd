package io.integrationshub.config;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Fails as a program does that has a mistake. */
@Path("/test/broken")
public class BrokenResource {
    @GET
    @PermitAll
    @Operation(hidden = true)
    public String fail() {
        throw new IllegalStateException("select password from innermost_thoughts");
    }
}
