package io.integrationshub.log.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.log.application.Issues;
import io.integrationshub.log.application.Issues.Issue;
import io.integrationshub.log.application.Issues.State;
import io.integrationshub.log.application.MoveIssue;
import io.integrationshub.runtime.web.Problems;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What keeps failing, one entry for each cause. */
@Path("/issues")
@Produces(MediaType.TEXT_HTML)
public class IssuePages {
    private final Issues issues;
    private final Viewers viewers;
    private final MoveIssue moves;

    IssuePages(Issues issues, MoveIssue moves, Viewers viewers) {
        this.issues = issues;
        this.moves = moves;
        this.viewers = viewers;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance issues(Viewers.Viewer viewer, List<Issue> issues);
    }

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public TemplateInstance issues() {
        return Templates.issues(viewers.viewer(), issues.list(viewers.storeId(), Optional.empty()));
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response move(@PathParam("id") UUID id, @FormParam("state") State state) {
        if (state == null) {
            throw Problems.badParameter("state", "state is OPEN, MUTED or RESOLVED.");
        }
        moves.move(viewers.storeId(), id, state, viewers.name());
        return Response.seeOther(URI.create("/issues")).build();
    }
}
