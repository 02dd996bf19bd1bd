package io.integrationshub.log.rest;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.AUDITOR;
import static io.integrationshub.runtime.web.Roles.OPERATOR;

import io.integrationshub.log.application.Audit;
import io.integrationshub.log.listing.AuditQuery;
import io.integrationshub.log.listing.Cursors;
import io.integrationshub.runtime.web.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people did here. */
@Path("/api/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {
    private final Audit audit;
    private final Cursors cursors;
    private final Caller caller;

    AuditResource(Audit audit, Cursors cursors, Caller caller) {
        this.audit = audit;
        this.cursors = cursors;
        this.caller = caller;
    }

    /**
     * @param subject id of the execution, bulk retry, issue or alert rule, or the coordinates of the dead letter
     */
    public record Item(UUID id, Instant at, String actor, Audit.Action action, String subject, String detail) {
        static Item of(Audit.Entry entry) {
            Audit.Deed deed = entry.deed();
            return new Item(entry.id(), entry.at(), deed.actor(), deed.action(), deed.subject(), deed.detail());
        }
    }

    /** @param next cursor of the following page, null on the last one */
    public record AuditPage(List<Item> items, String next) {}

    @GET
    @RolesAllowed({OPERATOR, ADMIN, AUDITOR})
    @Operation(summary = "Who retried, replayed, muted or exported what, or changed alert rules, newest first")
    @Parameter(name = "actor", in = ParameterIn.QUERY, description = "Who did it")
    @Parameter(name = "action", in = ParameterIn.QUERY, description = "For example RETRY_REQUESTED")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, 100 unless told")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "next of the page before")
    public AuditPage list(@Context UriInfo uri) {
        AuditQuery.Page page = AuditQuery.of(uri.getQueryParameters()).page(audit, cursors, caller.storeId());
        return new AuditPage(
                page.entries().stream().map(Item::of).toList(), page.next().orElse(null));
    }
}
