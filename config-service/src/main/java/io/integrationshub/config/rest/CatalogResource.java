package io.integrationshub.config.rest;

import io.integrationshub.config.application.AwsQuestions;
import io.integrationshub.config.application.Definitions;
import io.integrationshub.config.domain.Definition;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What can be configured. */
@Path("/api/catalog")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalog")
public class CatalogResource {
    private static final String COGNITO = "amazon-cognito";

    private final Definitions definitions;
    private final AwsQuestions aws;

    CatalogResource(Definitions definitions, AwsQuestions aws) {
        this.definitions = definitions;
        this.aws = aws;
    }

    /** Integrations by category. */
    public record Catalog(List<Category> categories) {}

    /** One shelf. */
    public record Category(String name, List<Card> integrations) {}

    /** An integration on its shelf. */
    public record Card(String id, String name, String description, String latestVersion) {}

    /** An integration with all that is to be known before it is configured; versions the latest first. */
    public record Details(
            String id,
            String name,
            String category,
            String description,
            TriggerDetails trigger,
            List<Definition> versions) {}

    /**
     * What starts an execution. There is nothing to set up for it.
     *
     * @param step the first step of every execution
     */
    public record TriggerDetails(String step, List<Start> startedBy) {}

    /** One of the things that do. */
    public record Start(Trigger trigger, String description) {
        static Start of(Trigger trigger) {
            return new Start(
                    trigger,
                    switch (trigger) {
                        case CONFIGURED -> "Finish of a new integration";
                        case RECONFIGURED -> "Finish after Reconfigure";
                        case UPDATED -> "Finish after Update";
                        case RESTORED -> "Finish after an earlier revision was restored";
                        case RESUMED -> "Unpause Integration";
                        case RETRY -> "Retry of an execution";
                        case AUTO_RETRY -> "An automatic retry of an execution that failed";
                        case BULK_RETRY -> "A retry of many executions";
                        case DRIFT_HEAL -> "Heal, by a person or by the integration's own policy";
                        case DELETED -> "Delete";
                    });
        }
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
    @Operation(summary = "The catalog: what can be configured")
    public Catalog catalog() {
        Details cognito = details();
        Card card = new Card(
                cognito.id(),
                cognito.name(),
                cognito.description(),
                definitions.latest().version());
        return new Catalog(List.of(new Category(cognito.category(), List.of(card))));
    }

    @GET
    @Path("{integration}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
    @Operation(summary = "One integration of the catalog: its trigger, its versions, the pages of its wizard")
    public Details integration(@PathParam("integration") String integration) {
        require(integration);
        return details();
    }

    @GET
    @Path("{integration}/templates")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
    @Operation(summary = "The default request templates of every version, and what they must not change")
    public List<AwsQuestions.TemplateVersion> templates(@PathParam("integration") String integration) {
        require(integration);
        return aws.templates();
    }

    private static void require(String integration) {
        if (!integration.equals(COGNITO)) {
            throw Problems.notFound("Integration");
        }
    }

    private Details details() {
        return new Details(
                COGNITO,
                "Amazon Cognito",
                "SSO",
                "Single sign-on for shoppers and staff of your store with an Amazon Cognito user pool in your own AWS account.",
                new TriggerDetails(
                        "Integration Trigger",
                        Stream.of(Trigger.values()).map(Start::of).toList()),
                definitions.all().reversed());
    }
}
