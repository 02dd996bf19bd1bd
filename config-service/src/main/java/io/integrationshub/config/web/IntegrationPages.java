package io.integrationshub.config.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.config.application.AuditTrail;
import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.application.Integrations.Overview;
import io.integrationshub.config.application.RevisionDiff;
import io.integrationshub.config.domain.Revision;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One integration: its Summary, and its configuration as it is and as it was. */
@Path("/integrations/{id}")
@Produces(MediaType.TEXT_HTML)
public class IntegrationPages {
    private static final int CHANGES = 50;

    private final Integrations integrations;
    private final AuditTrail trail;
    private final Summaries summaries;
    private final Viewer.Source viewers;

    IntegrationPages(Integrations integrations, AuditTrail trail, Summaries summaries, Viewer.Source viewers) {
        this.integrations = integrations;
        this.trail = trail;
        this.summaries = summaries;
        this.viewers = viewers;
    }

    /**
     * A revision beside another one.
     *
     * @param current it is the latest, and compared with the one before
     * @param against the other one; 0 for none
     */
    public record Compared(boolean current, long against, List<RevisionDiff.Change> changes) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance configuration(Viewer viewer, Overview overview, Revision revision);

        static native TemplateInstance revision(Viewer viewer, Overview overview, Revision revision, Compared compared);

        static native TemplateInstance changes(
                Viewer viewer, Overview overview, List<AuditTrail.Recorded> changes, long earlier);
    }

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response summary(@PathParam("id") UUID id) {
        return summaries.show(id);
    }

    /** View Configuration, as it is. */
    @GET
    @Path("configuration")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response configuration(@PathParam("id") UUID id) {
        return summaries.page(id, overview -> Templates.configuration(viewers.get(), overview, overview.latest()));
    }

    /** As it was, with what is different from the latest revision; of the latest one, from the one before. */
    @GET
    @Path("revisions/{generation}")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response revision(@PathParam("id") UUID id, @PathParam("generation") long generation) {
        return integrations
                .revision(viewers.get().storeId(), id, generation)
                .map(revision -> summaries.page(id, overview -> compared(overview, revision)))
                .orElseGet(summaries::missing);
    }

    /** Who changed what, when and why; further back with every page. */
    @GET
    @Path("changes")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response changes(@PathParam("id") UUID id, @QueryParam("before") @Nullable Long before) {
        Viewer viewer = viewers.get();
        return summaries.page(id, overview -> {
            List<AuditTrail.Recorded> found =
                    trail.of(viewer.storeId(), id, before == null ? Long.MAX_VALUE : before, CHANGES + 1);
            List<AuditTrail.Recorded> shown = found.stream().limit(CHANGES).toList();
            return Templates.changes(
                    viewer,
                    overview,
                    shown,
                    found.size() > CHANGES ? shown.getLast().seq() : 0);
        });
    }

    private TemplateInstance compared(Overview overview, Revision revision) {
        Viewer viewer = viewers.get();
        boolean current = revision.generation() == overview.latest().generation();
        long against = current ? revision.generation() - 1 : overview.latest().generation();
        Optional<Revision> other = integrations.revision(viewer.storeId(), revision.integrationId(), against);
        List<RevisionDiff.Change> changes = other.map(found -> current
                        ? RevisionDiff.between(found.pages(), revision.pages())
                        : RevisionDiff.between(revision.pages(), found.pages()))
                .orElse(List.of());
        return Templates.revision(
                viewer, overview, revision, new Compared(current, other.isPresent() ? against : 0, changes));
    }
}
