package io.integrationshub.config.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;

import io.integrationshub.config.application.AwsQuestions;
import io.integrationshub.config.application.CheckDrift;
import io.integrationshub.config.application.Integrations.Overview;
import io.integrationshub.config.application.Reply;
import io.integrationshub.config.domain.observed.Side;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Check now: what differs at AWS and at Commerce, with what was applied and what is there. */
@Path("/integrations/{id}/drift-checks")
@Produces(MediaType.TEXT_HTML)
public class DriftPages {
    private final CheckDrift check;
    private final Summaries summaries;
    private final Viewer.Source viewers;

    DriftPages(CheckDrift check, Summaries summaries, Viewer.Source viewers) {
        this.check = check;
        this.summaries = summaries;
        this.viewers = viewers;
    }

    /**
     * What one side said.
     *
     * @param problem why it could not look; empty when it did
     */
    public record Seen(String title, @Nullable Instant at, List<AwsQuestions.DriftFinding> findings, String problem) {
        static Seen of(CheckDrift.Look look) {
            String title = look.side() == Side.AWS ? "AWS" : "Commerce";
            return switch (look.reply()) {
                case Reply.Answered<AwsQuestions.DriftReport>(AwsQuestions.DriftReport report) ->
                    new Seen(title, report.seenAt(), report.findings(), "");
                case Reply.NotNow<AwsQuestions.DriftReport>(String code, String detail) ->
                    new Seen(title, null, List.of(), detail);
            };
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance drift(Viewer viewer, Overview overview, List<Seen> sides, boolean differs);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response check(@PathParam("id") UUID id, MultivaluedMap<String, String> nothing) {
        return summaries.page(id, overview -> {
            List<Seen> sides = check.now(id).stream().map(Seen::of).toList();
            boolean differs = sides.stream().anyMatch(side -> !side.findings().isEmpty());
            return Templates.drift(viewers.get(), overview, sides, differs);
        });
    }
}
