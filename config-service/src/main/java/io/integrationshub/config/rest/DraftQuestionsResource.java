package io.integrationshub.config.rest;

import io.integrationshub.config.application.AwsQuestions;
import io.integrationshub.config.application.Connect;
import io.integrationshub.config.application.Drafts;
import io.integrationshub.config.application.Edit;
import io.integrationshub.config.application.PlanDraft;
import io.integrationshub.config.domain.Checked;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.EnteredConfiguration;
import io.integrationshub.config.domain.EnteredSecret;
import io.integrationshub.config.domain.Gap;
import io.integrationshub.config.domain.TemplateTexts;
import io.integrationshub.config.domain.Violation;
import io.integrationshub.contracts.Templates;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked about a draft before it is finished: do the keys work, is the domain free, do the templates render, what would be
 * done. All of it reads, so asking again with the same Idempotency-Key simply asks again.
 */
@Path("/api/drafts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class DraftQuestionsResource {
    private final Connect connect;
    private final PlanDraft plan;
    private final Drafts drafts;
    private final AwsQuestions aws;
    private final Caller caller;

    DraftQuestionsResource(Connect connect, PlanDraft plan, Drafts drafts, AwsQuestions aws, Caller caller) {
        this.connect = connect;
        this.plan = plan;
        this.drafts = drafts;
        this.aws = aws;
        this.caller = caller;
    }

    /** AWS keys as typed; a secret left out or empty is the stored one. */
    public record AwsInput(
            @Nullable String accessKeyId,
            @Nullable EnteredSecret secretAccessKey,
            @Nullable String region,
            @Nullable String domainPrefix,
            @Nullable String userPoolId) {}

    /** A domain prefix as typed; without a region, in that of the keys. */
    public record DomainInput(
            @Nullable String domainPrefix, @Nullable String region) {}

    @POST
    @Path("connection-checks/aws")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Connect: try AWS keys; what was typed is kept with the draft whatever AWS says")
    public Response aws(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable AwsInput input) {
        AwsInput given = Problems.required(input);
        EnteredConfiguration.Aws keys =
                new EnteredConfiguration.Aws(given.accessKeyId(), given.secretAccessKey(), given.region());
        return answer(connect.aws(edit(id, ifMatch), keys, given.domainPrefix(), given.userPoolId()));
    }

    @POST
    @Path("connection-checks/commerce")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Connect: try an application key; what was typed is kept with the draft whatever Commerce says")
    public Response commerce(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            EnteredConfiguration.@Nullable Commerce input) {
        EnteredConfiguration.Commerce given = Problems.required(input);
        return answer(connect.commerce(edit(id, ifMatch), given));
    }

    @POST
    @Path("domain-checks")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "The sign-in host of a domain prefix, and whether the prefix is free in the AWS account")
    public Response domain(@PathParam("id") UUID id, @Nullable DomainInput input) {
        DomainInput given = Problems.required(input);
        return answer(connect.domain(caller.storeId(), id, given.domainPrefix(), given.region()));
    }

    @POST
    @Path("template-checks")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Render templates as typed with the names of the draft; one left out is the default")
    public AwsQuestions.TemplateReport templates(@PathParam("id") UUID id, @Nullable Templates input) {
        Templates given = Problems.required(input);
        Draft draft = drafts.find(caller.storeId(), id).orElseThrow(() -> Problems.notFound("Draft"));
        if (TemplateTexts.check(given) instanceof Checked.Invalid<Templates>(List<Violation> violations)) {
            throw DraftPagesResource.invalid(violations);
        }
        if (draft.pages().configuration() == null) {
            throw DraftsResource.incomplete(draft.pages().gaps());
        }
        return aws.check(AwsQuestions.TemplateQuestion.of(draft, given));
    }

    @POST
    @Path("plan")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Plan: what finishing would do at AWS and at Commerce; finish with its planVersion to be sure")
    public PlanDraft.Whole plan(@PathParam("id") UUID id) {
        return switch (plan.plan(caller.storeId(), id)) {
            case PlanDraft.Outcome.Planned(PlanDraft.Whole whole, long version) -> whole;
            case PlanDraft.Outcome.Incomplete(List<Gap> gaps) -> throw DraftsResource.incomplete(gaps);
            case PlanDraft.Outcome.Gone() -> throw Problems.notFound("Draft");
        };
    }

    private Edit edit(UUID id, @Nullable String ifMatch) {
        return new Edit(caller.storeId(), id, caller.name(), IfMatch.of(ifMatch));
    }

    private static <R> Response answer(Connect.Outcome<R> outcome) {
        return switch (outcome) {
            case Connect.Outcome.Answered<R>(Draft draft, R report) ->
                Response.ok(report)
                        .header(HttpHeaders.ETAG, IfMatch.tag(draft.version()))
                        .build();
            case Connect.Outcome.Invalid<R>(List<Violation> violations) -> throw DraftPagesResource.invalid(violations);
            case Connect.Outcome.Changed<R>() -> throw IfMatch.failed();
            case Connect.Outcome.Gone<R>() -> throw Problems.notFound("Draft");
        };
    }
}
