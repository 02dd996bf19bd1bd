package io.integrationshub.log.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.AUDITOR;
import static io.integrationshub.runtime.web.Roles.OPERATOR;

import io.integrationshub.log.application.Audit;
import io.integrationshub.log.listing.AuditQuery;
import io.integrationshub.log.listing.Cursors;
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

/** Who retried, replayed, muted or exported what, or changed alert rules. */
@Path("/audit")
@Produces(MediaType.TEXT_HTML)
public class AuditPages {
    private final Audit audit;
    private final Cursors cursors;
    private final Viewers viewers;

    AuditPages(Audit audit, Cursors cursors, Viewers viewers) {
        this.audit = audit;
        this.cursors = cursors;
        this.viewers = viewers;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance audit(
                Viewers.Viewer viewer,
                List<Audit.Entry> entries,
                AuditQuery query,
                String next,
                List<Audit.Action> actions);
    }

    @GET
    @RolesAllowed({OPERATOR, ADMIN, AUDITOR})
    @Operation(hidden = true)
    public TemplateInstance list(@Context UriInfo uri) {
        AuditQuery query = AuditQuery.of(uri.getQueryParameters());
        AuditQuery.Page page = query.page(audit, cursors, viewers.storeId());
        String next = page.next()
                .map(cursor -> uri.getRequestUriBuilder()
                        .replaceQueryParam("cursor", cursor)
                        .build())
                .map(URI::getRawQuery)
                .orElse(null);
        return Templates.audit(viewers.viewer(), page.entries(), query, next, List.of(Audit.Action.values()));
    }
}
