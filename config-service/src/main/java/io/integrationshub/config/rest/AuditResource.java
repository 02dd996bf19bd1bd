package io.integrationshub.config.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.integrationshub.config.application.AuditTrail;
import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.domain.AuditEntry;
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
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who changed what, when and why. */
@Path("/api/integrations/{id}/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {
    /** Reads what others did, and nothing else. */
    private static final String AUDITOR = "auditor";

    private final Integrations integrations;
    private final AuditTrail trail;
    private final Caller caller;

    AuditResource(Integrations integrations, AuditTrail trail, Caller caller) {
        this.integrations = integrations;
        this.trail = trail;
        this.caller = caller;
    }

    /** One change. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EntryView(
            Instant at,
            String actor,
            AuditEntry.Action action,
            String detail,
            @Nullable String reason) {
        static EntryView from(AuditTrail.Recorded recorded) {
            AuditEntry entry = recorded.entry();
            return new EntryView(entry.at(), entry.actor(), entry.action(), entry.detail(), entry.reason());
        }
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, AUDITOR})
    @Operation(summary = "Who changed what, when and why, latest first")
    public Page<EntryView> audit(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Long below = Page.after(cursor, Long::valueOf);
        String store = caller.storeId();
        int size = Page.limit(limit);
        if (integrations.find(store, id).isEmpty()) {
            throw Problems.notFound("Integration");
        }
        return Page.of(
                trail.of(store, id, below == null ? Long.MAX_VALUE : below, size + 1),
                size,
                EntryView::from,
                AuditTrail.Recorded::seq);
    }
}
