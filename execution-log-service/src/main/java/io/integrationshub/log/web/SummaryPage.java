package io.integrationshub.log.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.log.application.ExecutionFilter;
import io.integrationshub.log.application.Issues;
import io.integrationshub.log.application.Issues.Issue;
import io.integrationshub.log.application.ReadExecutions;
import io.integrationshub.log.application.ReadStatistics;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.Status;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How the store is doing, at a glance. */
@Path("/summary")
@Produces(MediaType.TEXT_HTML)
public class SummaryPage {
    private static final int NEEDS = 5;

    private final ReadStatistics statistics;
    private final ReadExecutions executions;
    private final Issues issues;
    private final Viewers viewers;

    SummaryPage(ReadStatistics statistics, ReadExecutions executions, Issues issues, Viewers viewers) {
        this.statistics = statistics;
        this.executions = executions;
        this.issues = issues;
        this.viewers = viewers;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance summary(
                Viewers.Viewer viewer,
                ReadStatistics.Day day,
                Chart chart,
                List<ExecutionSummary> stuck,
                boolean moreStuck,
                int open,
                List<Issue> issues);
    }

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public TemplateInstance summary() {
        String storeId = viewers.storeId();
        ReadStatistics.Day day = statistics.day(storeId);
        ExecutionFilter interrupted = ExecutionFilter.standing(Status.INTERRUPTED);
        ReadExecutions.Page stuck = executions.list(storeId, interrupted, Optional.empty(), NEEDS);
        List<Issue> open = issues.list(storeId, Optional.of(Issues.State.OPEN));
        return Templates.summary(
                viewers.viewer(),
                day,
                Chart.of(day),
                stuck.executions(),
                stuck.next().isPresent(),
                open.size(),
                open.stream().limit(NEEDS).toList());
    }
}
