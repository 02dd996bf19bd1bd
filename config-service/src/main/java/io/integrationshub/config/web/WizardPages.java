package io.integrationshub.config.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.config.application.AwsQuestions;
import io.integrationshub.config.application.CommerceQuestions;
import io.integrationshub.config.application.Connect;
import io.integrationshub.config.application.DiscardDraft;
import io.integrationshub.config.application.Drafts;
import io.integrationshub.config.application.Edit;
import io.integrationshub.config.application.ExpectedVersion;
import io.integrationshub.config.application.FinishDraft;
import io.integrationshub.config.application.PlanDraft;
import io.integrationshub.config.application.SavePage;
import io.integrationshub.config.application.ServiceSilentException;
import io.integrationshub.config.application.TypedPages;
import io.integrationshub.config.domain.Checked;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.EnteredConfiguration;
import io.integrationshub.config.domain.Regions;
import io.integrationshub.config.domain.SignInHost;
import io.integrationshub.config.domain.TemplateTexts;
import io.integrationshub.config.domain.Violation;
import io.integrationshub.contracts.Plan;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/**
 * The wizard. Every button sends the form, and what it held is kept whatever comes of it: stored when it is right, else as typed.
 * Only secrets are not sent back.
 */
@Path("/drafts/{id}")
@Produces(MediaType.TEXT_HTML)
public class WizardPages {
    private static final String VERSION = "version";
    private static final String GO = "go";
    private static final String LOGO = "userPool.hostedUi.logo";
    private static final String CALLBACK_URLS = "callbackUrls";

    private final Drafts drafts;
    private final TypedPages typed;
    private final SavePage save;
    private final FinishDraft finish;
    private final DiscardDraft discard;
    private final Connect connect;
    private final PlanDraft plans;
    private final AwsQuestions aws;
    private final Viewer.Source viewers;

    WizardPages(
            Drafts drafts,
            TypedPages typed,
            SavePage save,
            FinishDraft finish,
            DiscardDraft discard,
            Connect connect,
            PlanDraft plans,
            AwsQuestions aws,
            Viewer.Source viewers) {
        this.drafts = drafts;
        this.typed = typed;
        this.save = save;
        this.finish = finish;
        this.discard = discard;
        this.connect = connect;
        this.plans = plans;
        this.aws = aws;
        this.viewers = viewers;
    }

    /**
     * A step as it is shown.
     *
     * @param notice what happened to the whole page; empty for nothing
     * @param aws what came of Connect just now; null when it was not chosen
     * @param commerce the same
     * @param checked templates as they render, when Preview was chosen just now
     * @param unsaved steps on which something was typed that is not stored; told by the step Plan only
     */
    record Wizard(
            Draft draft,
            Step step,
            Form form,
            String notice,
            AwsQuestions.@Nullable Connection aws,
            CommerceQuestions.@Nullable Connection commerce,
            List<Step> unsaved,
            List<AwsQuestions.TemplateResult> checked) {
        Wizard(Draft draft, Step step, Form form, String notice) {
            this(draft, step, form, notice, null, null, List.of(), List.of());
        }

        public List<Step> steps() {
            return List.of(Step.values());
        }

        public List<String> regions() {
            return Regions.KNOWN.stream().sorted().toList();
        }

        public boolean missing(Step each) {
            return draft.pages().gaps().stream().anyMatch(gap -> gap.page() == each.page());
        }

        /** True when the page of the step is stored and nothing is missing from it. */
        public boolean done(Step each) {
            boolean stored = switch (each) {
                case TRIGGER_DETAILS -> each.ordinal() < step.ordinal();
                case CONFIGURATION -> draft.pages().configuration() != null;
                case BUYER_ORGANIZATION -> draft.pages().buyer() != null;
                case MERCHANT_ORGANIZATION -> draft.pages().merchant() != null;
                case TEMPLATES -> draft.pages().templates() != null;
                case PLAN, FINISH -> false;
            };
            return stored && !missing(each);
        }

        /** What came of rendering one template; null when it was not tried. */
        public AwsQuestions.@Nullable TemplateResult checked(String name) {
            return checked.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        /** Problems of fields, in the order of the page, to be listed at its top. */
        public List<Map.Entry<String, String>> problems() {
            return List.copyOf(form.messages().entrySet());
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance trigger(Viewer viewer, Wizard wizard);

        static native TemplateInstance configuration(Viewer viewer, Wizard wizard);

        static native TemplateInstance buyer(Viewer viewer, Wizard wizard);

        static native TemplateInstance merchant(Viewer viewer, Wizard wizard);

        static native TemplateInstance templates(Viewer viewer, Wizard wizard);

        static native TemplateInstance plan(Viewer viewer, Wizard wizard);

        static native TemplateInstance preview(Viewer viewer, Draft draft, List<Plan> plans, String notice);

        static native TemplateInstance gone(Viewer viewer);
    }

    @GET
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response open(@PathParam("id") UUID id) {
        return find(id).map(draft -> to(draft, firstOpen(draft))).orElseGet(this::gone);
    }

    @GET
    @Path("{step}")
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response show(@PathParam("id") UUID id, @PathParam("step") String path) {
        Step step = Step.of(path).orElse(null);
        Draft draft = find(id).orElse(null);
        if (draft == null || step == null || step == Step.FINISH) {
            return gone();
        }
        if (step == Step.PLAN) {
            return plan(draft, "");
        }
        Map<String, List<String>> fields = step.page() == null
                ? Map.of()
                : typed.find(id, step.page()).orElseGet(() -> Fields.of(step, draft.pages()));
        return shown(new Wizard(draft, step, Form.of(fields), ""));
    }

    @POST
    @Path("{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response send(
            @PathParam("id") UUID id, @PathParam("step") String path, MultivaluedMap<String, String> fields) {
        return send(id, path, new LinkedHashMap<>(fields), null);
    }

    /** The page with a file on it. */
    @POST
    @Path("{step}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response send(@PathParam("id") UUID id, @PathParam("step") String path, MultipartFormDataInput parts) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        parts.getValues().forEach((name, values) -> {
            List<String> texts = values.stream()
                    .filter(value -> !value.isFileItem())
                    .map(FormValue::getValue)
                    .toList();
            if (!texts.isEmpty()) {
                fields.put(name, texts);
            }
        });
        String logo = parts.getValues().getOrDefault(LOGO, List.of()).stream()
                .filter(FormValue::isFileItem)
                .map(WizardPages::base64)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(fields.containsKey("removeLogo") ? "" : null);
        return send(id, path, fields, logo);
    }

    private Response send(UUID id, String path, Map<String, List<String>> fields, @Nullable String logo) {
        Step step = Step.of(path).orElse(null);
        Draft draft = find(id).orElse(null);
        if (draft == null || step == null || step == Step.FINISH) {
            return gone();
        }
        String go = fields.getOrDefault(GO, List.of("next")).getFirst();
        long version = number(fields.getOrDefault(VERSION, List.of("")).getFirst(), draft.version());
        fields.keySet().removeAll(Set.of(GO, VERSION));
        if (step.page() == null) {
            return to(draft, go.equals("previous") ? step.previous() : step.next());
        }
        Form form = Form.of(fields);
        if (go.equals("add") || go.startsWith("remove-")) {
            return shown(new Wizard(draft, step, kept(draft, step, rows(form, go)), ""));
        }
        if (go.startsWith("reset-")) {
            fields.put(go.substring("reset-".length()), List.of());
            return shown(new Wizard(draft, step, kept(draft, step, Form.of(fields)), ""));
        }
        if (go.startsWith("connect-")) {
            return connect(draft, go, kept(draft, step, form), edit(id, version));
        }
        if (go.equals("check")) {
            return check(draft, kept(draft, step, form));
        }
        return switch (store(step, edit(id, version), fields, logo)) {
            case SavePage.Outcome.Saved(Draft saved) -> {
                typed.remove(id, step.page());
                yield to(saved, target(go, step));
            }
            case SavePage.Outcome.Invalid(List<Violation> violations) -> {
                kept(draft, step, form);
                yield go.equals("next")
                        ? shown(new Wizard(draft, step, form.with(violations), ""))
                        : to(draft, target(go, step));
            }
            case SavePage.Outcome.Changed() -> shown(new Wizard(draft, step, kept(draft, step, form), changed(draft)));
            case SavePage.Outcome.Gone() -> gone();
        };
    }

    /** Tries the keys of one of the two; what was typed stays in the form, and a secret is sealed before anybody is asked. */
    private Response connect(Draft draft, String go, Form form, Edit edit) {
        EnteredConfiguration entered = Fields.configuration(form.values(), null);
        try {
            if (go.equals("connect-aws")) {
                return switch (connect.aws(
                        edit,
                        entered.aws(),
                        SignInHost.of(form.value("userPool.domainPrefix"), form.value("aws.region")) == null
                                ? null
                                : form.value("userPool.domainPrefix").strip(),
                        null)) {
                    case Connect.Outcome.Answered<AwsQuestions.Connection>(var now, var report) ->
                        shown(new Wizard(now, Step.CONFIGURATION, form, "", report, null, List.of(), List.of()));
                    case Connect.Outcome.Invalid<AwsQuestions.Connection>(var violations) ->
                        shown(new Wizard(draft, Step.CONFIGURATION, form.with(below("/aws", violations)), ""));
                    case Connect.Outcome.Changed<AwsQuestions.Connection>() ->
                        shown(new Wizard(draft, Step.CONFIGURATION, form, changed(draft)));
                    case Connect.Outcome.Gone<AwsQuestions.Connection>() -> gone();
                };
            }
            return switch (connect.commerce(edit, entered.commerce())) {
                case Connect.Outcome.Answered<CommerceQuestions.Connection>(var now, var report) ->
                    shown(new Wizard(now, Step.CONFIGURATION, form, "", null, report, List.of(), List.of()));
                case Connect.Outcome.Invalid<CommerceQuestions.Connection>(var violations) ->
                    shown(new Wizard(draft, Step.CONFIGURATION, form.with(below("/commerce", violations)), ""));
                case Connect.Outcome.Changed<CommerceQuestions.Connection>() ->
                    shown(new Wizard(draft, Step.CONFIGURATION, form, changed(draft)));
                case Connect.Outcome.Gone<CommerceQuestions.Connection>() -> gone();
            };
        } catch (ServiceSilentException e) {
            Draft now = find(draft.id()).orElse(draft);
            return shown(new Wizard(
                    now,
                    Step.CONFIGURATION,
                    form,
                    "The key could not be tried: " + e.service()
                            + " does not answer. Choose Connect again in a moment, or" + " go on without."));
        }
    }

    /** Renders the templates as they are typed. */
    private Response check(Draft draft, Form form) {
        io.integrationshub.contracts.Templates entered = Fields.templates(form.values());
        if (TemplateTexts.check(entered)
                instanceof Checked.Invalid<io.integrationshub.contracts.Templates>(List<Violation> violations)) {
            return shown(new Wizard(draft, Step.TEMPLATES, form.with(violations), ""));
        }
        if (draft.pages().configuration() == null) {
            return shown(new Wizard(
                    draft,
                    Step.TEMPLATES,
                    form,
                    "Fill in the page Configuration first: the templates need its names."));
        }
        try {
            AwsQuestions.TemplateReport report = aws.check(AwsQuestions.TemplateQuestion.of(draft, entered));
            return shown(new Wizard(draft, Step.TEMPLATES, form, "", null, null, List.of(), report.templates()));
        } catch (ServiceSilentException e) {
            return shown(new Wizard(
                    draft,
                    Step.TEMPLATES,
                    form,
                    "The templates could not be rendered: " + e.service()
                            + " does not answer. Try again in a moment."));
        }
    }

    private static List<Violation> below(String pointer, List<Violation> violations) {
        return violations.stream()
                .map(each -> new Violation(pointer + each.pointer(), each.code(), each.detail()))
                .toList();
    }

    private static String changed(Draft draft) {
        return draft.updatedBy()
                + " changed this draft in another window meanwhile. What you typed is still here: choose"
                + " Next to store it, or reload the page to see what is stored.";
    }

    /** What would be done; asked for by the step Plan, as it takes a moment. */
    @GET
    @Path("preview")
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response preview(@PathParam("id") UUID id) {
        Draft draft = find(id).orElse(null);
        if (draft == null) {
            return gone();
        }
        try {
            return switch (plans.plan(draft.storeId(), id)) {
                case PlanDraft.Outcome.Planned(PlanDraft.Whole plan, long version) ->
                    Response.ok(Templates.preview(viewers.get(), draft, List.of(plan.aws(), plan.commerce()), ""))
                            .build();
                case PlanDraft.Outcome.Incomplete incomplete -> to(draft, Step.PLAN);
                case PlanDraft.Outcome.Gone() -> gone();
            };
        } catch (ServiceSilentException e) {
            String notice =
                    "There is no plan, as " + e.service() + " does not answer. Reload the page in a moment, or finish"
                            + " all the same: the execution works it out again.";
            return Response.ok(Templates.preview(viewers.get(), draft, List.of(), notice))
                    .build();
        }
    }

    /** Keeps what is typed while it is typed, for the day the browser is closed. */
    @POST
    @Path("{step}/typed")
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response typed(
            @PathParam("id") UUID id, @PathParam("step") String path, MultivaluedMap<String, String> fields) {
        Draft draft = find(id).orElse(null);
        Step step = Step.of(path).orElse(null);
        // What was typed before the draft was last stored is in it, or was given up.
        boolean current = draft != null && number(fields.getFirst(VERSION), draft.version()) == draft.version();
        if (current && step != null && step.page() != null) {
            Map<String, List<String>> content = new LinkedHashMap<>(fields);
            content.keySet().removeAll(Set.of(GO, VERSION));
            kept(draft, step, Form.of(content));
        }
        return Response.noContent().build();
    }

    @POST
    @Path("finish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response finish(
            @PathParam("id") UUID id,
            @FormParam(VERSION) String version,
            @FormParam("reason") @Nullable String reason) {
        Draft draft = find(id).orElse(null);
        if (draft == null) {
            return gone();
        }
        if (!unsaved(draft).isEmpty()) {
            return plan(draft, "Something that was typed is not stored yet.");
        }
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        return switch (finish.finish(edit(id, number(version, draft.version())), why)) {
            case FinishDraft.Outcome.Started started ->
                Response.seeOther(URI.create("/integrations/" + started.integrationId() + "/executions/"
                                + started.execution().id()))
                        .build();
            case FinishDraft.Outcome.Incomplete incomplete -> plan(draft, "Some pages still need something from you.");
            case FinishDraft.Outcome.Overtaken() ->
                plan(
                        draft,
                        "Someone reconfigured the integration since this draft was begun. Choose Cancel, then Reconfigure,"
                                + " to start from what is configured now.");
            case FinishDraft.Outcome.Refused(var refusal) -> plan(draft, refusal.sentence());
            case FinishDraft.Outcome.Changed() ->
                plan(
                        find(id).orElse(draft),
                        draft.updatedBy()
                                + " changed this draft in another window. Look at the plan again, then finish.");
            case FinishDraft.Outcome.Gone() -> gone();
        };
    }

    @POST
    @Path("cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(ADMIN)
    @Operation(hidden = true)
    public Response cancel(@PathParam("id") UUID id, MultivaluedMap<String, String> nothing) {
        Draft draft = find(id).orElse(null);
        if (draft == null) {
            return gone();
        }
        discard.discard(new Edit(draft.storeId(), id, viewers.get().name(), new ExpectedVersion.Any()));
        return Response.seeOther(URI.create(draft.isNew() ? "/" : "/integrations/" + draft.integrationId()))
                .build();
    }

    private SavePage.Outcome store(Step step, Edit edit, Map<String, List<String>> fields, @Nullable String logo) {
        return switch (step) {
            case CONFIGURATION -> save.configuration(edit, Fields.configuration(fields, logo));
            case BUYER_ORGANIZATION -> save.buyer(edit, Fields.buyer(fields));
            case MERCHANT_ORGANIZATION -> save.merchant(edit, Fields.merchant(fields));
            case TEMPLATES -> save.templates(edit, TemplateTexts.check(Fields.templates(fields)));
            case TRIGGER_DETAILS, PLAN, FINISH -> throw new IllegalArgumentException(step + " has nothing to store");
        };
    }

    private Form kept(Draft draft, Step step, Form form) {
        typed.put(draft.id(), step.page(), form.withoutSecrets());
        return form;
    }

    /** One more line, or one fewer. */
    private static Form rows(Form form, String go) {
        List<String> urls = new ArrayList<>(form.values(CALLBACK_URLS));
        if (go.equals("add")) {
            urls.add("");
        } else {
            int row = (int) number(go.substring("remove-".length()), -1);
            if (row >= 0 && row < urls.size()) {
                urls.remove(row);
            }
        }
        Map<String, List<String>> fields = new LinkedHashMap<>(form.values());
        fields.put(CALLBACK_URLS, urls.isEmpty() ? List.of("") : urls);
        return Form.of(fields);
    }

    private static Step target(String go, Step step) {
        if (go.startsWith("step-")) {
            return Step.of(go.substring("step-".length())).orElse(step);
        }
        return go.equals("previous") ? step.previous() : step.next();
    }

    private static Step firstOpen(Draft draft) {
        return Stream.of(Step.values())
                .filter(step -> switch (step) {
                    case CONFIGURATION -> draft.pages().configuration() == null;
                    case BUYER_ORGANIZATION -> draft.pages().buyer() == null;
                    case MERCHANT_ORGANIZATION -> draft.pages().merchant() == null;
                    case TEMPLATES -> draft.pages().templates() == null;
                    case TRIGGER_DETAILS, FINISH -> false;
                    case PLAN -> true;
                })
                .findFirst()
                .orElse(Step.PLAN);
    }

    private List<Step> unsaved(Draft draft) {
        return Stream.of(Step.values())
                .filter(step -> step.page() != null
                        && typed.find(draft.id(), step.page()).isPresent())
                .toList();
    }

    private Response plan(Draft draft, String notice) {
        return shown(new Wizard(draft, Step.PLAN, Form.of(Map.of()), notice, null, null, unsaved(draft), List.of()));
    }

    private Response shown(Wizard wizard) {
        Viewer viewer = viewers.get();
        return Response.ok(
                        switch (wizard.step()) {
                            case TRIGGER_DETAILS -> Templates.trigger(viewer, wizard);
                            case CONFIGURATION -> Templates.configuration(viewer, wizard);
                            case BUYER_ORGANIZATION -> Templates.buyer(viewer, wizard);
                            case MERCHANT_ORGANIZATION -> Templates.merchant(viewer, wizard);
                            case TEMPLATES -> Templates.templates(viewer, wizard);
                            case PLAN, FINISH -> Templates.plan(viewer, wizard);
                        })
                .build();
    }

    private static Response to(Draft draft, Step step) {
        return Response.seeOther(URI.create("/drafts/" + draft.id() + "/" + step.path()))
                .build();
    }

    private Response gone() {
        return Response.status(Status.NOT_FOUND)
                .entity(Templates.gone(viewers.get()))
                .build();
    }

    private Optional<Draft> find(UUID id) {
        return drafts.find(viewers.get().storeId(), id);
    }

    private Edit edit(UUID id, long version) {
        Viewer viewer = viewers.get();
        return new Edit(viewer.storeId(), id, viewer.name(), new ExpectedVersion.OneOf(Set.of(version)));
    }

    private static long number(@Nullable String text, long otherwise) {
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static String base64(FormValue file) {
        try {
            return Base64.getEncoder()
                    .encodeToString(Files.readAllBytes(file.getFileItem().getFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
