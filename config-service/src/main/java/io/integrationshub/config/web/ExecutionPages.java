package io.integrationshub.config.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.config.application.CommerceQuestions;
import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.application.Integrations.Overview;
import io.integrationshub.config.application.Reply;
import io.integrationshub.config.application.ServiceSilentException;
import io.integrationshub.config.domain.observed.Progress;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where Finish leads to: the execution step by step, and then the sign-in to try, or what went wrong and the button that helps. */
@Path("/integrations/{id}")
@Produces(MediaType.TEXT_HTML)
public class ExecutionPages {
    private final Integrations integrations;
    private final CommerceQuestions commerce;
    private final Summaries summaries;
    private final Viewer.Source viewers;

    ExecutionPages(Integrations integrations, CommerceQuestions commerce, Summaries summaries, Viewer.Source viewers) {
        this.summaries = summaries;
        this.integrations = integrations;
        this.commerce = commerce;
        this.viewers = viewers;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance execution(
                Viewer viewer, Overview overview, UUID executionId, @Nullable Progress progress);

        static native TemplateInstance trials(
                Viewer viewer, Overview overview, List<CommerceQuestions.Trial> trials, String notice);
    }

    @GET
    @Path("executions/{execution}")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response execution(@PathParam("id") UUID id, @PathParam("execution") UUID execution) {
        Viewer viewer = viewers.get();
        return integrations
                .find(viewer.storeId(), id)
                .map(overview -> Response.ok(
                                Templates.execution(viewer, overview, execution, followed(overview, execution)))
                        .build())
                .orElseGet(this::missing);
    }

    /** Tries the sign-in of each realm, as far as one comes without a password. */
    @GET
    @Path("sign-in-trials")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response trials(@PathParam("id") UUID id) {
        Viewer viewer = viewers.get();
        return integrations
                .find(viewer.storeId(), id)
                .map(overview -> Response.ok(trials(viewer, overview)).build())
                .orElseGet(this::missing);
    }

    private TemplateInstance trials(Viewer viewer, Overview overview) {
        try {
            return switch (commerce.trySignIn(overview.integration().id())) {
                case Reply.Answered<CommerceQuestions.Trials>(CommerceQuestions.Trials answer) ->
                    Templates.trials(viewer, overview, answer.trials(), "");
                case Reply.NotNow<CommerceQuestions.Trials>(String code, String detail) ->
                    Templates.trials(viewer, overview, List.of(), detail);
            };
        } catch (ServiceSilentException e) {
            return Templates.trials(
                    viewer,
                    overview,
                    List.of(),
                    "The sign-in could not be tried: " + e.service() + " does not answer. Try again in a moment.");
        }
    }

    /** What is known of it here; null for an older execution, which the execution log knows all about. */
    private static @Nullable Progress followed(Overview overview, UUID execution) {
        Progress progress = overview.observed().progress();
        return progress != null && progress.executionId().equals(execution) ? progress : null;
    }

    private Response missing() {
        return summaries.missing();
    }
}
