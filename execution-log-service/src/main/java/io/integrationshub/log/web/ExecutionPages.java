package io.integrationshub.log.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.contracts.Severity;
import io.integrationshub.log.application.ReadExecutions;
import io.integrationshub.log.domain.History;
import io.integrationshub.log.domain.StepAttempt;
import io.integrationshub.log.web.StepView.Part;
import io.integrationshub.log.web.Viewers.Viewer;
import io.integrationshub.runtime.web.Problems;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What happened in an execution: logs, step outputs, payload. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ExecutionPages {
    private final ReadExecutions executions;
    private final Viewers viewers;
    private final Clock clock;

    ExecutionPages(ReadExecutions executions, Viewers viewers, Clock clock) {
        this.executions = executions;
        this.viewers = viewers;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance logs(Viewer viewer, History history, LogFilter filter);

        static native TemplateInstance steps(
                Viewer viewer,
                History history,
                Timeline timeline,
                List<StepView> steps,
                JsonTree.Document result,
                boolean all);

        static native TemplateInstance payload(
                Viewer viewer, History history, PayloadView payload, JsonTree.Document document, boolean all);
    }

    @GET
    @Path("executions/{id}")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response logs(@PathParam("id") UUID id, @QueryParam("level") @DefaultValue("TRACE") Severity level) {
        return page(id, history -> Templates.logs(viewers.viewer(), history, LogFilter.of(history, level)));
    }

    @GET
    @Path("executions/{id}/log.txt")
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response text(@PathParam("id") UUID id) {
        return executions
                .history(viewers.storeId(), id)
                .map(history -> history.logs().stream()
                        .map(line -> line.time() + " " + line.severity() + " "
                                + (line.step() == null ? "" : "[" + line.step() + "] ") + line.message() + "\n")
                        .collect(Collectors.joining()))
                .map(text -> attachment(text, "execution-" + id + ".log"))
                .orElseThrow(() -> Problems.notFound("Execution"));
    }

    @GET
    @Path("executions/{id}/steps")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response steps(@PathParam("id") UUID id, @QueryParam("all") boolean all) {
        return page(
                id,
                history -> Templates.steps(
                        viewers.viewer(),
                        history,
                        Timeline.of(history, clock.instant()),
                        StepView.of(history),
                        JsonTree.document(
                                "result", "result of the execution", "/executions/" + id + "/output", history.output()),
                        all));
    }

    @GET
    @Path("executions/{id}/payload")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response payload(@PathParam("id") UUID id, @QueryParam("all") boolean all) {
        return page(id, history -> {
            PayloadView payload = PayloadView.of(history, executions.previous(history.summary()));
            return Templates.payload(viewers.viewer(), history, payload, payload.document(id), all);
        });
    }

    @GET
    @Path("executions/{id}/output")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response output(
            @PathParam("id") UUID id,
            @QueryParam("step") String step,
            @QueryParam("attempt") int attempt,
            @QueryParam("part") @DefaultValue("OUTPUT") Part part) {
        return executions
                .history(viewers.storeId(), id)
                .flatMap(history -> step == null
                        ? Optional.of(history.output())
                        : attempt(history, step, attempt).map(part::of))
                .map(found -> attachment(found, part.name().toLowerCase(Locale.ROOT) + ".json"))
                .orElseThrow(() -> Problems.notFound("Step"));
    }

    private static Optional<StepAttempt> attempt(History history, String step, int attempt) {
        return history.steps().stream()
                .filter(known -> known.name().equals(step))
                .flatMap(known -> known.attempts().stream())
                .filter(known -> known.attempt() == attempt)
                .findFirst();
    }

    private static Response attachment(Object entity, String name) {
        return Response.ok(entity)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private Response page(UUID id, Function<History, TemplateInstance> template) {
        return executions
                .history(viewers.storeId(), id)
                .map(history -> Response.ok(template.apply(history)).build())
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND)
                        .entity(Pages.Templates.missing(viewers.viewer()))
                        .build());
    }
}
