package io.integrationshub.log.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.application.Position;
import io.integrationshub.log.application.ReadExecutions;
import io.integrationshub.log.application.SavedViews;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.History;
import io.integrationshub.log.domain.Status;
import io.integrationshub.log.listing.Cursors;
import io.integrationshub.log.listing.EvidenceFiles;
import io.integrationshub.log.listing.ExecutionStreams;
import io.integrationshub.log.listing.ListQuery;
import io.integrationshub.log.web.Viewers.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages of the execution log: everything is in the HTML; the script only keeps it fresh. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class Pages {
    private final ReadExecutions executions;
    private final Cursors cursors;
    private final EvidenceFiles files;
    private final ExecutionStreams streams;
    private final SavedViews views;
    private final Viewers viewers;

    Pages(
            ReadExecutions executions,
            Cursors cursors,
            EvidenceFiles files,
            ExecutionStreams streams,
            SavedViews views,
            Viewers viewers) {
        this.executions = executions;
        this.cursors = cursors;
        this.files = files;
        this.streams = streams;
        this.views = views;
        this.viewers = viewers;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance executions(
                Viewer viewer,
                ReadExecutions.Page page,
                ListQuery query,
                long position,
                String next,
                String queryString,
                String filters,
                Columns columns,
                List<SavedViews.SavedView> views,
                List<Status> statuses,
                List<Trigger> triggers);

        static native TemplateInstance linked(Viewer viewer, History history, List<ExecutionSummary> linked);

        static native TemplateInstance missing(Viewer viewer);
    }

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public TemplateInstance list(@Context UriInfo uri) {
        ListQuery query = ListQuery.of(Columns.without(uri.getQueryParameters()));
        String list = query.name(viewers.storeId());
        Optional<Position> after = query.cursor().map(cursor -> cursors.read(cursor, list));
        // Before the list is read: what happens meanwhile is told by the stream.
        long position = streams.position();
        ReadExecutions.Page page = executions.list(viewers.storeId(), query.filter(), after, query.limit());
        String next = page.next()
                .map(behind -> uri.getRequestUriBuilder()
                        .replaceQueryParam("cursor", cursors.write(behind, list))
                        .build())
                .map(URI::getRawQuery)
                .orElse(null);
        return Templates.executions(
                viewer(),
                page,
                query,
                position,
                next,
                uri.getRequestUri().getRawQuery(),
                uri.getRequestUriBuilder()
                        .replaceQueryParam(Columns.NAME)
                        .replaceQueryParam("cursor")
                        .build()
                        .getRawQuery(),
                Columns.of(uri.getQueryParameters()),
                views.of(viewers.storeId(), viewers.name()),
                List.of(Status.values()),
                List.of(Trigger.values()));
    }

    @GET
    @Path("executions/{id}/linked")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response linked(@PathParam("id") UUID id) {
        return page(id, history -> Templates.linked(viewer(), history, executions.lineage(viewers.storeId(), id)));
    }

    @GET
    @Path("executions/{id}/evidence")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response evidence(@PathParam("id") UUID id) {
        return files.html(viewers.storeId(), id, viewers.name())
                .map(file -> Response.ok(file)
                        .header("Content-Disposition", "attachment; filename=\"execution-" + id + ".html\"")
                        .build())
                .orElseGet(this::missing);
    }

    private Response page(UUID id, Function<History, TemplateInstance> template) {
        return executions
                .history(viewers.storeId(), id)
                .map(history -> Response.ok(template.apply(history)).build())
                .orElseGet(this::missing);
    }

    private Response missing() {
        return Response.status(Response.Status.NOT_FOUND)
                .entity(Templates.missing(viewer()))
                .build();
    }

    private Viewer viewer() {
        return viewers.viewer();
    }
}
