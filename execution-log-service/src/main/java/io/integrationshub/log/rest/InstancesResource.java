package io.integrationshub.log.rest;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.log.application.Instances;
import io.integrationshub.log.application.ReadInstances;
import io.integrationshub.log.listing.InstanceQuery;
import io.integrationshub.runtime.web.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The instances of the caller's store. */
@Path("/api/instances")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Instances")
public class InstancesResource {
    private final ReadInstances instances;
    private final Caller caller;

    InstancesResource(ReadInstances instances, Caller caller) {
        this.instances = instances;
        this.caller = caller;
    }

    /** An instance with its newest execution. */
    public record Instance(UUID integrationId, String name, Answers.Execution lastExecution) {}

    /** @param next given as after, continues; null on the last page */
    public record InstancePage(List<Instance> items, UUID next) {}

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(summary = "Instances with their newest execution, in the order of their ids")
    @Parameter(name = "text", in = ParameterIn.QUERY, description = "Part of the name")
    @Parameter(name = "status", in = ParameterIn.QUERY, description = "Status of the newest execution")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, 50 unless told")
    public InstancePage list(@Context UriInfo uri) {
        InstanceQuery query = InstanceQuery.of(uri.getQueryParameters());
        Instances.Found found =
                instances.list(caller.storeId(), query.text(), query.status(), query.after(), query.limit());
        return new InstancePage(
                found.newest().stream()
                        .map(execution -> new Instance(
                                execution.integrationId(), execution.instance(), Answers.Execution.of(execution)))
                        .toList(),
                found.next().orElse(null));
    }
}
