package io.integrationshub.log.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.log.application.Instances;
import io.integrationshub.log.application.ReadInstances;
import io.integrationshub.log.domain.Status;
import io.integrationshub.log.listing.InstanceQuery;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The instances of the store, with their last run. */
@Path("/instances")
@Produces(MediaType.TEXT_HTML)
public class InstancePages {
    private final ReadInstances instances;
    private final Viewers viewers;

    InstancePages(ReadInstances instances, Viewers viewers) {
        this.instances = instances;
        this.viewers = viewers;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance instances(
                Viewers.Viewer viewer, Instances.Found found, InstanceQuery query, String next, List<Status> statuses);
    }

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public TemplateInstance list(@Context UriInfo uri) {
        InstanceQuery query = InstanceQuery.of(uri.getQueryParameters());
        Instances.Found found =
                instances.list(viewers.storeId(), query.text(), query.status(), query.after(), query.limit());
        String next = found.next()
                .map(id -> uri.getRequestUriBuilder()
                        .replaceQueryParam("after", id)
                        .build())
                .map(URI::getRawQuery)
                .orElse(null);
        return Templates.instances(viewers.viewer(), found, query, next, List.of(Status.values()));
    }
}
