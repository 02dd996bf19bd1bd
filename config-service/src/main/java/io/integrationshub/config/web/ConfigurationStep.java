package io.integrationshub.config.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;

import io.integrationshub.config.application.AwsQuestions;
import io.integrationshub.config.application.CommerceQuestions;
import io.integrationshub.config.application.Connect;
import io.integrationshub.config.application.SavePage;
import io.integrationshub.config.application.ServiceSilentException;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.EnteredConfiguration;
import io.integrationshub.config.domain.SignInHost;
import io.integrationshub.config.domain.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/** The step Configuration: keys, with Connect to try them, and the user pool. */
@Path("/drafts/{id}")
@Produces(MediaType.TEXT_HTML)
public class ConfigurationStep {
    private static final String PREFIX = "userPool.domainPrefix";
    private static final String REGION = "aws.region";

    private final Wizards wizards;
    private final SavePage save;
    private final Connect connect;
    private final Viewer.Source viewers;

    ConfigurationStep(Wizards wizards, SavePage save, Connect connect, Viewer.Source viewers) {
        this.wizards = wizards;
        this.save = save;
        this.connect = connect;
        this.viewers = viewers;
    }

    @POST
    @Path("configuration")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response send(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return send(id, fields, null);
    }

    /** With a logo. */
    @POST
    @Path("configuration")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response send(@PathParam("id") UUID id, MultipartFormDataInput parts) {
        return send(id, Parts.texts(parts), Parts.logo(parts));
    }

    /** Whether the domain prefix can be had, asked while it is typed. Nothing is said of one that is not complete yet. */
    @GET
    @Path("domain")
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response domain(
            @PathParam("id") UUID id,
            @QueryParam(PREFIX) @Nullable String prefix,
            @QueryParam(REGION) @Nullable String region) {
        Viewer viewer = viewers.get();
        try {
            return switch (connect.domain(viewer.storeId(), id, prefix, region)) {
                case Connect.Outcome.Answered<AwsQuestions.Domain>(Draft draft, AwsQuestions.Domain found) ->
                    Response.ok(WizardTemplates.domain(viewer, id, found, false))
                            .build();
                case Connect.Outcome.Gone<AwsQuestions.Domain>() -> wizards.gone();
                case Connect.Outcome.Invalid<AwsQuestions.Domain> incomplete ->
                    Response.ok(WizardTemplates.domain(viewer, id, null, false)).build();
                case Connect.Outcome.Changed<AwsQuestions.Domain> never ->
                    throw new IllegalStateException("Nothing is changed by asking");
            };
        } catch (ServiceSilentException e) {
            return Response.ok(WizardTemplates.domain(viewer, id, null, true)).build();
        }
    }

    private Response send(UUID id, Map<String, List<String>> fields, @Nullable String logo) {
        return wizards.sent(id, Step.CONFIGURATION, fields, sent -> switch (sent.go()) {
            case "connect-aws" -> tried(sent, "/aws", this::aws, Wizard::with);
            case "connect-commerce" -> tried(sent, "/commerce", this::commerce, Wizard::with);
            default ->
                wizards.saved(sent, save.configuration(wizards.edit(sent), Fields.configuration(sent.fields(), logo)));
        });
    }

    private Connect.Outcome<AwsQuestions.Connection> aws(Sent sent, EnteredConfiguration entered) {
        String prefix = sent.form().value(PREFIX);
        boolean isOne = SignInHost.of(prefix, sent.form().value(REGION)) != null;
        return connect.aws(wizards.edit(sent), entered.aws(), isOne ? prefix.strip() : null, null);
    }

    private Connect.Outcome<CommerceQuestions.Connection> commerce(Sent sent, EnteredConfiguration entered) {
        return connect.commerce(wizards.edit(sent), entered.commerce());
    }

    /** Tries the keys of one of the two; what was typed stays in the form, and a secret is sealed before anybody is asked. */
    private <R> Response tried(
            Sent sent,
            String pointer,
            BiFunction<Sent, EnteredConfiguration, Connect.Outcome<R>> question,
            BiFunction<Wizard, R, Wizard> answered) {
        Draft draft = sent.draft();
        wizards.keep(draft, sent.step(), sent.form());
        try {
            return switch (question.apply(sent, Fields.configuration(sent.fields(), null))) {
                case Connect.Outcome.Answered<R>(Draft now, R report) ->
                    wizards.shown(answered.apply(new Wizard(now, sent.step(), sent.form(), ""), report));
                case Connect.Outcome.Invalid<R>(List<Violation> violations) ->
                    wizards.again(sent, below(pointer, violations));
                case Connect.Outcome.Changed<R>() -> wizards.again(sent, Wizards.changed(draft));
                case Connect.Outcome.Gone<R>() -> wizards.gone();
            };
        } catch (ServiceSilentException e) {
            return wizards.shown(new Wizard(
                    wizards.now(draft),
                    sent.step(),
                    sent.form(),
                    "The key could not be tried: " + e.service()
                            + " does not answer. Choose Connect again in a moment, or go on without."));
        }
    }

    private static List<Violation> below(String pointer, List<Violation> violations) {
        return violations.stream()
                .map(each -> new Violation(pointer + each.pointer(), each.code(), each.detail()))
                .toList();
    }
}
