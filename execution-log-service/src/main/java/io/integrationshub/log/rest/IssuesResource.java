package io.integrationshub.log.rest;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.log.application.Issues;
import io.integrationshub.log.application.Issues.Issue;
import io.integrationshub.log.application.Issues.State;
import io.integrationshub.log.application.MoveIssue;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What keeps failing in the same way. */
@Path("/api/issues")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Issues")
public class IssuesResource {
    private final Issues issues;
    private final Caller caller;
    private final MoveIssue moves;

    IssuesResource(Issues issues, MoveIssue moves, Caller caller) {
        this.issues = issues;
        this.moves = moves;
        this.caller = caller;
    }

    /** At most 200. */
    public record IssueList(List<Issue> items) {}

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(
            summary = "Issues, the one that failed last first",
            description =
                    "One for each cause. It is resolved by itself once whatever failed has succeeded, and reopened"
                            + " when it fails again. The executions of an issue are those with its cause.")
    public IssueList list(@QueryParam("state") State state) {
        return new IssueList(issues.list(caller.storeId(), Optional.ofNullable(state)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(summary = "One issue")
    public Issue issue(@PathParam("id") UUID id) {
        return issues.find(caller.storeId(), id).orElseThrow(() -> Problems.notFound("Issue"));
    }

    @POST
    @Path("/{id}/mute")
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(summary = "Mute an issue: it stays open without asking for attention")
    public Issue mute(@PathParam("id") UUID id) {
        return move(id, State.MUTED);
    }

    @POST
    @Path("/{id}/unmute")
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(summary = "Unmute an issue")
    public Issue unmute(@PathParam("id") UUID id) {
        return move(id, State.OPEN);
    }

    @POST
    @Path("/{id}/resolve")
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(summary = "Resolve an issue; it is reopened when it fails again")
    public Issue resolve(@PathParam("id") UUID id) {
        return move(id, State.RESOLVED);
    }

    private Issue move(UUID id, State state) {
        return moves.move(caller.storeId(), id, state, caller.name()).orElseThrow(() -> Problems.notFound("Issue"));
    }
}
