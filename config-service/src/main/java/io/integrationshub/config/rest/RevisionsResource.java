package io.integrationshub.config.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.application.RevisionDiff;
import io.integrationshub.config.domain.Revision;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everything that was ever wanted of an integration. */
@Path("/api/integrations/{id}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Revisions")
public class RevisionsResource {
    private final Integrations integrations;
    private final Caller caller;

    RevisionsResource(Integrations integrations, Caller caller) {
        this.integrations = integrations;
        this.caller = caller;
    }

    /** What is different between two revisions. */
    public record Diff(long before, long after, List<ChangeView> changes) {}

    /**
     * One field.
     *
     * @param pointer JSON pointer into the pages
     * @param before left out when it was not there, or is not shown
     * @param after left out when it is gone, or is not shown
     * @param secret only that it was entered anew is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChangeView(
            String pointer,

            @Schema(description = "Any JSON value") @Nullable
            JsonNode before,

            @Schema(description = "Any JSON value") @Nullable
            JsonNode after,

            boolean secret) {
        static ChangeView from(RevisionDiff.Change change) {
            return new ChangeView(change.pointer(), change.before(), change.after(), change.secret());
        }
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
    @Operation(summary = "Everything that was ever wanted, latest first")
    public Page<IntegrationView.RevisionView> revisions(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Long below = Page.after(cursor, Long::valueOf);
        String store = caller.storeId();
        int size = Page.limit(limit);
        return integrations
                .find(store, id)
                .map(found -> integrations.revisions(store, id, below == null ? Long.MAX_VALUE : below, size + 1))
                .map(found -> Page.of(found, size, IntegrationView.RevisionView::from, Revision::generation))
                .orElseThrow(() -> Problems.notFound("Integration"));
    }

    @GET
    @Path("{generation}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
    @Operation(summary = "One revision")
    public IntegrationView.RevisionView revision(@PathParam("id") UUID id, @PathParam("generation") long generation) {
        return IntegrationView.RevisionView.from(require(id, generation));
    }

    @GET
    @Path("{generation}/diff")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
    @Operation(summary = "What a revision changed, field by field; a secret is told as changed and never shown")
    public Diff diff(
            @PathParam("id") UUID id,
            @PathParam("generation") long generation,
            @QueryParam("against") @Nullable Long against) {
        Revision after = require(id, generation);
        Revision before = require(id, against == null ? generation - 1 : against);
        return new Diff(
                before.generation(),
                after.generation(),
                RevisionDiff.between(before.pages(), after.pages()).stream()
                        .map(ChangeView::from)
                        .toList());
    }

    private Revision require(UUID id, long generation) {
        return integrations.revision(caller.storeId(), id, generation).orElseThrow(() -> Problems.notFound("Revision"));
    }
}
