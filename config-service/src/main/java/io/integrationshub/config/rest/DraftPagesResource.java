package io.integrationshub.config.rest;

import io.integrationshub.config.application.Edit;
import io.integrationshub.config.application.SavePage;
import io.integrationshub.config.domain.CallbackUrls;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.EnteredConfiguration;
import io.integrationshub.config.domain.MerchantPrefix;
import io.integrationshub.config.domain.TemplateTexts;
import io.integrationshub.config.domain.Violation;
import io.integrationshub.contracts.Templates;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Roles;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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

/** The pages of the wizard. A page is stored when all of it is valid; else everything that is wrong with it is told at once. */
@Path("/api/drafts/{id}/pages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class DraftPagesResource {
    private final SavePage save;
    private final Caller caller;

    DraftPagesResource(SavePage save, Caller caller) {
        this.save = save;
        this.caller = caller;
    }

    /** The page "Buyer Organization" as it was typed. */
    public record BuyerInput(
            @Nullable Boolean enabled, @Nullable List<@Nullable String> callbackUrls) {}

    /** The page "Merchant Organization" as it was typed. */
    public record MerchantInput(
            @Nullable Boolean enabled,
            @Nullable String prefix,
            @Nullable Boolean replacePrefix) {}

    @PUT
    @Path("configuration")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Store the page Configuration; a secret left out or empty keeps the stored one")
    public Response configuration(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable EnteredConfiguration page) {
        EnteredConfiguration given = Problems.required(page);
        return answer(save.configuration(edit(id, ifMatch), given));
    }

    @PUT
    @Path("buyer-organization")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Store the page Buyer Organization")
    public Response buyer(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable BuyerInput page) {
        BuyerInput given = Problems.required(page);
        return answer(save.buyer(edit(id, ifMatch), CallbackUrls.check(given.enabled(), given.callbackUrls())));
    }

    @PUT
    @Path("merchant-organization")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Store the page Merchant Organization")
    public Response merchant(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable MerchantInput page) {
        MerchantInput given = Problems.required(page);
        return answer(save.merchant(
                edit(id, ifMatch), MerchantPrefix.check(given.enabled(), given.prefix(), given.replacePrefix())));
    }

    @PUT
    @Path("templates")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Store the page Templates; one left out is the default")
    public Response templates(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Templates page) {
        Templates given = Problems.required(page);
        return answer(save.templates(edit(id, ifMatch), TemplateTexts.check(given)));
    }

    private Edit edit(UUID id, @Nullable String ifMatch) {
        return new Edit(caller.storeId(), id, caller.name(), IfMatch.of(ifMatch));
    }

    private static Response answer(SavePage.Outcome outcome) {
        return switch (outcome) {
            case SavePage.Outcome.Saved(Draft draft) -> DraftsResource.shown(draft);
            case SavePage.Outcome.Invalid(List<Violation> violations) -> throw invalid(violations);
            case SavePage.Outcome.Changed() -> throw IfMatch.failed();
            case SavePage.Outcome.Gone() -> throw Problems.notFound("Draft");
        };
    }

    /** 422 with all that is wrong. */
    static HttpProblem invalid(List<Violation> violations) {
        return Problems.invalid(violations.stream()
                .map(each -> new Problems.FieldError(each.pointer(), each.code(), each.detail()))
                .toList());
    }
}
