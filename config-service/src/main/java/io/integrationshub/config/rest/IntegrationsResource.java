package io.integrationshub.config.rest;

import io.integrationshub.config.application.DescribeIntegration;
import io.integrationshub.config.application.Integrations;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The integrations of the caller's store. */
@Path("/api/integrations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Integrations")
public class IntegrationsResource {
    private static final String NAME = "Integration";

    private final Integrations integrations;
    private final DescribeIntegration describe;
    private final Caller caller;

    IntegrationsResource(Integrations integrations, DescribeIntegration describe, Caller caller) {
        this.integrations = integrations;
        this.describe = describe;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
    @Operation(summary = "Integrations of the store, newest first")
    public Page<IntegrationView> list(
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("cursor") @Nullable String cursor) {
        UUID after = Page.after(cursor, UUID::fromString);
        return Page.of(
                integrations.list(caller.storeId(), after, Page.limit(limit) + 1),
                limit,
                each -> IntegrationView.listed(each, describe.conditions(each)),
                each -> each.integration().id());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            summary =
                    "An integration: its latest revision, its latest execution as it goes, its conditions, what exists",
            description =
                    "The ETag counts what was done with the integration, not how its execution goes: send it as If-Match"
                            + " to be refused when somebody else was faster. stateVersion changes with everything.")
    @APIResponseSchema(IntegrationView.class)
    public Response get(@PathParam("id") UUID id) {
        return integrations
                .find(caller.storeId(), id)
                .map(found -> Response.ok(IntegrationView.from(found, describe.conditions(found)))
                        .header(
                                HttpHeaders.ETAG,
                                IfMatch.tag(found.integration().version()))
                        .build())
                .orElseThrow(() -> Problems.notFound(NAME));
    }
}
