package io.integrationshub.config.rest;

import io.integrationshub.config.application.BeginDraft;
import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.application.PauseIntegration;
import io.integrationshub.config.domain.Revision;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Roles;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The integrations of the caller's store. */
@Path("/api/integrations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Integrations")
public class IntegrationsResource {
    private static final String NAME = "Integration";

    private final Integrations integrations;
    private final BeginDraft begin;
    private final PauseIntegration pause;
    private final Idempotent idempotent;
    private final Caller caller;

    IntegrationsResource(
            Integrations integrations, BeginDraft begin, PauseIntegration pause, Idempotent idempotent, Caller caller) {
        this.integrations = integrations;
        this.begin = begin;
        this.pause = pause;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
    @Operation(summary = "Integrations of the store, newest first")
    public Page<IntegrationView> list(
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("cursor") @Nullable String cursor) {
        UUID after = Page.after(cursor, UUID::fromString);
        return Page.of(
                integrations.list(caller.storeId(), after, Page.limit(limit) + 1),
                limit,
                IntegrationView::listed,
                each -> each.integration().id());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
    @Operation(summary = "An integration with its latest revision and its latest execution")
    public IntegrationView get(@PathParam("id") UUID id) {
        return integrations
                .find(caller.storeId(), id)
                .map(IntegrationView::from)
                .orElseThrow(() -> Problems.notFound(NAME));
    }

    @GET
    @Path("{id}/revisions")
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
                .orElseThrow(() -> Problems.notFound(NAME));
    }

    @POST
    @Path("{id}/reconfigure")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Reconfigure: begin a draft filled in with the latest revision; its secrets are kept")
    public Response reconfigure(
            @PathParam("id") UUID id,
            @HeaderParam(Idempotent.HEADER) @Nullable String key,
            DraftsResource.@Nullable NewDraft nothing) {
        String store = caller.storeId();
        requireNotDeleted(id);
        return idempotent.answer(
                store,
                key,
                "reconfigure " + id,
                () -> begin.of(store, id, caller.name())
                        .map(DraftsResource::created)
                        .orElseThrow(() -> Problems.notFound(NAME)));
    }

    @POST
    @Path("{id}/pause")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(summary = "Pause Integration: no new work until it is resumed")
    public IntegrationView pause(@PathParam("id") UUID id, @Nullable ReasonInput input) {
        requireNotDeleted(id);
        return pause.pause(caller.storeId(), id, caller.name(), ReasonInput.of(input))
                .map(changed -> get(id))
                .orElseThrow(() -> Problems.notFound(NAME));
    }

    @POST
    @Path("{id}/resume")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(summary = "Unpause Integration: work may go on")
    public IntegrationView resume(@PathParam("id") UUID id, @Nullable ReasonInput input) {
        requireNotDeleted(id);
        return pause.resume(caller.storeId(), id, caller.name(), ReasonInput.of(input))
                .map(changed -> get(id))
                .orElseThrow(() -> Problems.notFound(NAME));
    }

    /** 409: there is no way back. */
    static HttpProblem deleted() {
        return Problems.conflict(
                "INTEGRATION_DELETED", "The integration was deleted. Only its history is left; configure a new one.");
    }

    private void requireNotDeleted(UUID id) {
        if (integrations
                .find(caller.storeId(), id)
                .filter(found -> found.integration().deleting() != null)
                .isPresent()) {
            throw deleted();
        }
    }
}
