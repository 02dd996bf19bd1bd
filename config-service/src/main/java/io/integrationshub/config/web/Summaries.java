package io.integrationshub.config.web;

import io.integrationshub.config.application.AuditTrail;
import io.integrationshub.config.application.DescribeIntegration;
import io.integrationshub.config.application.Executions;
import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.application.Integrations.Overview;
import io.integrationshub.config.domain.AuditEntry;
import io.integrationshub.config.domain.Revision;
import io.integrationshub.config.domain.observed.Condition;
import io.integrationshub.contracts.Execution;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The Summary of an integration, and the ways to it. */
@ApplicationScoped
class Summaries {
    private static final int REVISIONS = 20;
    private static final int EXECUTIONS = 5;
    private static final int CHANGES = 8;
    private static final int LOOKED_AT = 50;

    /** What happened to drafts changed nothing of the integration; the page with all changes tells it. */
    private static final Set<AuditEntry.Action> DRAFTS =
            EnumSet.of(AuditEntry.Action.DRAFT_BEGUN, AuditEntry.Action.PAGE_SAVED, AuditEntry.Action.DRAFT_DISCARDED);

    private final Integrations integrations;
    private final DescribeIntegration describe;
    private final Executions executions;
    private final AuditTrail trail;
    private final Viewer.Source viewers;

    Summaries(
            Integrations integrations,
            DescribeIntegration describe,
            Executions executions,
            AuditTrail trail,
            Viewer.Source viewers) {
        this.integrations = integrations;
        this.describe = describe;
        this.executions = executions;
        this.trail = trail;
        this.viewers = viewers;
    }

    /**
     * Everything on the page.
     *
     * @param notice what came of a button; empty for nothing
     */
    public record Summary(
            Overview overview,
            List<Condition> conditions,
            List<Execution> executions,
            List<Revision> revisions,
            List<AuditEntry> changes,
            String notice) {
        /** There is something newer than what it was made with. */
        public boolean updatable() {
            return conditions.stream().anyMatch(each -> each.type() == Condition.Type.UPDATE_AVAILABLE && each.holds());
        }

        /** Somebody has looked for drift since the latest execution. */
        public boolean looked() {
            return overview.observed()
                    .looks()
                    .anyMatch(look -> !overview.observed().stale(look));
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance summary(Viewer viewer, Summary summary);

        static native TemplateInstance missing(Viewer viewer);
    }

    /** A page about one of the store's integrations; 404 when there is no such one. */
    Response page(UUID id, Function<Overview, TemplateInstance> page) {
        return integrations
                .find(viewers.get().storeId(), id)
                .map(overview -> Response.ok(page.apply(overview)).build())
                .orElseGet(this::missing);
    }

    /** The Summary itself. */
    Response show(UUID id) {
        return page(id, overview -> summary(overview, ""));
    }

    /** The Summary, with why something was not done. */
    Response refused(UUID id, String why) {
        return integrations
                .find(viewers.get().storeId(), id)
                .map(overview -> Response.status(Status.CONFLICT)
                        .entity(summary(overview, why))
                        .build())
                .orElseGet(this::missing);
    }

    Response missing() {
        return Response.status(Status.NOT_FOUND)
                .entity(Templates.missing(viewers.get()))
                .build();
    }

    /** Back to the Summary, after something was done. */
    static Response to(UUID id) {
        return Response.seeOther(URI.create("/integrations/" + id)).build();
    }

    /** On to an execution that was started. */
    static Response to(UUID id, UUID execution) {
        return Response.seeOther(URI.create("/integrations/" + id + "/executions/" + execution))
                .build();
    }

    private TemplateInstance summary(Overview overview, String notice) {
        Viewer viewer = viewers.get();
        String store = viewer.storeId();
        UUID id = overview.integration().id();
        List<AuditEntry> changes = trail.of(store, id, Long.MAX_VALUE, LOOKED_AT).stream()
                .map(AuditTrail.Recorded::entry)
                .filter(entry -> !DRAFTS.contains(entry.action()))
                .limit(CHANGES)
                .toList();
        return Templates.summary(
                viewer,
                new Summary(
                        overview,
                        describe.conditions(overview),
                        executions.latest(store, id, EXECUTIONS),
                        integrations.revisions(store, id, Long.MAX_VALUE, REVISIONS),
                        changes,
                        notice));
    }
}
