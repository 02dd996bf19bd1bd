package io.integrationshub.config.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;

import io.integrationshub.config.application.AwsQuestions;
import io.integrationshub.config.application.DeleteIntegration;
import io.integrationshub.config.application.ExpectedVersion;
import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.application.Integrations.Overview;
import io.integrationshub.config.application.ServiceSilentException;
import io.integrationshub.config.domain.Lifecycle;
import io.integrationshub.contracts.Deletion;
import io.integrationshub.contracts.DeletionPolicy;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Delete: what is at stake is said before, and nothing goes without the name typed. */
@Path("/integrations/{id}/delete")
@Produces(MediaType.TEXT_HTML)
public class DeletionPages {
    private final Integrations integrations;
    private final DeleteIntegration delete;
    private final AwsQuestions aws;
    private final Summaries summaries;
    private final Viewer.Source viewers;

    DeletionPages(
            Integrations integrations,
            DeleteIntegration delete,
            AwsQuestions aws,
            Summaries summaries,
            Viewer.Source viewers) {
        this.integrations = integrations;
        this.delete = delete;
        this.aws = aws;
        this.summaries = summaries;
        this.viewers = viewers;
    }

    /** What somebody entered here. */
    public static class Entered {
        @FormParam("confirmation")
        @Nullable
        String confirmation;

        @FormParam("policy")
        @Nullable
        String policy;

        @FormParam("withUsers")
        boolean withUsers;

        @FormParam("withAdopted")
        boolean withAdopted;

        @FormParam("reason")
        @Nullable
        String reason;

        public String confirmation() {
            return confirmation == null ? "" : confirmation;
        }

        public String reason() {
            return reason == null ? "" : reason;
        }

        public boolean withUsers() {
            return withUsers;
        }

        public boolean withAdopted() {
            return withAdopted;
        }

        /** Whoever says nothing keeps the pool. */
        public boolean deletesPool() {
            return DeletionPolicy.DELETE.name().equals(policy);
        }

        Deletion deletion() {
            return new Deletion(deletesPool() ? DeletionPolicy.DELETE : DeletionPolicy.RETAIN, withUsers, withAdopted);
        }
    }

    /**
     * What is at stake.
     *
     * @param pool as it is now; null when there is none or it is not known
     * @param unknown why it is not known; empty when it is
     */
    public record Stake(AwsQuestions.@Nullable Pool pool, String unknown) {
        /** Null when AWS did not say. */
        public @Nullable Long users() {
            return pool == null ? null : pool.estimatedUsers();
        }

        public boolean adopted() {
            return pool != null && pool.adopted();
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance delete(
                Viewer viewer, Overview overview, Stake stake, Entered entered, String refusal, String field);
    }

    @GET
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response show(@PathParam("id") UUID id) {
        return page(id, new Entered(), "", "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response delete(@PathParam("id") UUID id, Entered entered) {
        Viewer viewer = viewers.get();
        if (integrations.find(viewer.storeId(), id).isEmpty()) {
            return missing();
        }
        Stake stake = entered.deletesPool() ? stake(id) : new Stake(null, "");
        if (!stake.unknown().isEmpty()) {
            return page(id, entered, "Nothing was deleted: " + stake.unknown() + " Try again, or keep it.", "policy");
        }
        String why = entered.reason().isBlank() ? null : entered.reason().strip();
        return switch (delete.delete(new DeleteIntegration.Wish(
                viewer.storeId(),
                id,
                viewer.name(),
                new ExpectedVersion.Any(),
                entered.confirmation(),
                entered.deletion(),
                stake.pool(),
                why))) {
            case DeleteIntegration.Outcome.Started started ->
                Summaries.to(id, started.execution().id());
            case DeleteIntegration.Outcome.NotConfirmed(String name) ->
                page(id, entered, "To confirm, type the name exactly: " + name, "confirmation");
            case DeleteIntegration.Outcome.UsersAtStake refused ->
                page(id, entered, "Its users would be deleted too. Agree to that, or keep the user pool.", "withUsers");
            case DeleteIntegration.Outcome.PoolAdopted() ->
                page(id, entered, "The hub did not make this user pool. Agree to its end, or keep it.", "withAdopted");
            case DeleteIntegration.Outcome.Refused(Lifecycle.Decision.Refused refused) ->
                page(id, entered, refused.sentence(), "");
            case DeleteIntegration.Outcome.Gone() -> missing();
        };
    }

    private Response page(UUID id, Entered entered, String refusal, String field) {
        Viewer viewer = viewers.get();
        return integrations
                .find(viewer.storeId(), id)
                .map(overview -> Response.ok(Templates.delete(viewer, overview, stake(id), entered, refusal, field))
                        .build())
                .orElseGet(this::missing);
    }

    private Stake stake(UUID id) {
        try {
            return new Stake(aws.pool(id).orElse(null), "");
        } catch (ServiceSilentException e) {
            return new Stake(null, e.service() + " does not answer, so nobody knows what is in the user pool.");
        }
    }

    private Response missing() {
        return summaries.missing();
    }
}
