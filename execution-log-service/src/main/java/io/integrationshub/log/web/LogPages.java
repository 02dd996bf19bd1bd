package io.integrationshub.log.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.contracts.Severity;
import io.integrationshub.log.application.LogLines.Place;
import io.integrationshub.log.application.Position;
import io.integrationshub.log.application.SearchLogs;
import io.integrationshub.log.listing.Cursors;
import io.integrationshub.log.listing.LogSearch;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The logs of all executions of the store. */
@Path("/logs")
@Produces(MediaType.TEXT_HTML)
public class LogPages {
    private final SearchLogs logs;
    private final Cursors cursors;
    private final Viewers viewers;

    LogPages(SearchLogs logs, Cursors cursors, Viewers viewers) {
        this.logs = logs;
        this.cursors = cursors;
        this.viewers = viewers;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance logs(
                Viewers.Viewer viewer, SearchLogs.Page page, LogSearch search, String next, List<Severity> levels);
    }

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public TemplateInstance search(@Context UriInfo uri) {
        LogSearch search = LogSearch.of(uri.getQueryParameters());
        String list = search.name(viewers.storeId());
        Optional<Place> after = search.cursor()
                .map(cursor -> cursors.read(cursor, list))
                .map(position -> new Place(position.requestedAt(), position.id()));
        SearchLogs.Page page = logs.search(viewers.storeId(), search.query(), after, search.limit());
        String next = page.next()
                .map(place -> cursors.write(new Position(place.at(), place.id()), list))
                .map(cursor -> uri.getRequestUriBuilder()
                        .replaceQueryParam("cursor", cursor)
                        .build())
                .map(URI::getRawQuery)
                .orElse(null);
        return Templates.logs(viewers.viewer(), page, search, next, List.of(Severity.values()));
    }
}
