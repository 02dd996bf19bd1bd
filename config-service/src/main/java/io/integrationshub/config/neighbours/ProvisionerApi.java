package io.integrationshub.config.neighbours;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What provisioner-service answers to people; see its OpenAPI document. */
@RegisterRestClient(configKey = "provisioner")
@Path("/api")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface ProvisionerApi {
    @POST
    @Path("connection-checks")
    String connect(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, String body);

    @POST
    @Path("plans")
    String plan(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, String body);

    @POST
    @Path("template-checks")
    String checkTemplates(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, String body);

    @GET
    @Path("templates")
    String templates(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    @GET
    @Path("integrations/{id}/user-pool")
    String pool(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID integrationId);

    @POST
    @Path("integrations/{id}/drift-checks")
    String checkDrift(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID integrationId);
}
