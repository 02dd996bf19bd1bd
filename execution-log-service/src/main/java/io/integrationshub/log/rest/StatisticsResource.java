package io.integrationshub.log.rest;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.log.application.ReadStatistics;
import io.integrationshub.log.domain.Status;
import io.integrationshub.runtime.web.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the caller's store has been doing. */
@Path("/api/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Executions")
public class StatisticsResource {
    private final ReadStatistics statistics;
    private final Caller caller;

    StatisticsResource(ReadStatistics statistics, Caller caller) {
        this.statistics = statistics;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(summary = "Executions of the last 24 hours by hour and status, failure ratio, slowest steps")
    public Answers.Statistics day() {
        ReadStatistics.Day day = statistics.day(caller.storeId());
        Map<Status, Long> all = Arrays.stream(Status.values())
                .filter(status -> day.count(status) > 0)
                .collect(Collectors.toMap(Function.identity(), day::count));
        return new Answers.Statistics(
                day.since(),
                all,
                day.failureRatio(),
                day.averageMs(),
                day.hours().stream()
                        .map(bar -> new Answers.Hour(bar.hour(), bar.executions()))
                        .toList(),
                day.slowestSteps());
    }
}
