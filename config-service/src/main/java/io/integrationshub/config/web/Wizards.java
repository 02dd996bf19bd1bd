package io.integrationshub.config.web;

import io.integrationshub.config.application.AwsQuestions;
import io.integrationshub.config.application.DefaultTemplates;
import io.integrationshub.config.application.Definitions;
import io.integrationshub.config.application.Drafts;
import io.integrationshub.config.application.Edit;
import io.integrationshub.config.application.ExpectedVersion;
import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.application.SavePage;
import io.integrationshub.config.application.ServiceSilentException;
import io.integrationshub.config.application.TypedPages;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.Pages;
import io.integrationshub.config.domain.Revision;
import io.integrationshub.config.domain.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What all steps of the wizard do alike. What a form held is kept whatever comes of it: stored when it is right, else as typed. Only
 * secrets are not sent back.
 */
@ApplicationScoped
class Wizards {
    private final Drafts drafts;
    private final TypedPages typed;
    private final DefaultTemplates defaults;
    private final Definitions definitions;
    private final Integrations integrations;
    private final Viewer.Source viewers;

    Wizards(
            Drafts drafts,
            TypedPages typed,
            DefaultTemplates defaults,
            Definitions definitions,
            Integrations integrations,
            Viewer.Source viewers) {
        this.definitions = definitions;
        this.integrations = integrations;
        this.drafts = drafts;
        this.typed = typed;
        this.defaults = defaults;
        this.viewers = viewers;
    }

    /** An answer about the viewer's draft; 404 when the store has no such draft, or no more. */
    Response with(UUID id, Function<Draft, Response> answer) {
        return drafts.find(viewers.get().storeId(), id).map(answer).orElseGet(this::gone);
    }

    /** The answer to a form. */
    Response sent(UUID id, Step step, Map<String, List<String>> fields, Function<Sent, Response> answer) {
        return with(id, draft -> answer.apply(Sent.of(draft, step, fields)));
    }

    /** The draft as it is by now. */
    Draft now(Draft draft) {
        return drafts.find(draft.storeId(), draft.id()).orElse(draft);
    }

    /** Whose change of which version this is. */
    Edit edit(Sent sent) {
        return edit(sent.draft(), sent.version());
    }

    Edit edit(Draft draft, long version) {
        return new Edit(draft.storeId(), draft.id(), viewers.get().name(), new ExpectedVersion.OneOf(Set.of(version)));
    }

    /** A step with what the draft has, or with what was typed later. */
    Response open(Draft draft, Step step) {
        Map<String, List<String>> fields = step.page() == null
                ? Map.of()
                : typed.find(draft.id(), step.page()).orElseGet(() -> Fields.of(step, draft.pages()));
        return shown(new Wizard(draft, step, Form.of(fields), ""));
    }

    /** The same page once more; what it holds is kept as typed. */
    Response again(Sent sent, String notice) {
        return shown(kept(sent, notice));
    }

    /** The same page once more, with all that is wrong with it; what it holds is kept as typed. */
    Response again(Sent sent, List<Violation> violations) {
        keep(sent.draft(), sent.step(), sent.form());
        return shown(new Wizard(sent.draft(), sent.step(), sent.form().with(violations), ""));
    }

    /** The page as it was sent, after it was kept as typed. */
    Wizard kept(Sent sent, String notice) {
        return new Wizard(sent.draft(), sent.step(), keep(sent.draft(), sent.step(), sent.form()), notice);
    }

    /** On to where the button leads, unless Next was chosen and something has to be put right first. */
    Response saved(Sent sent, SavePage.Outcome outcome) {
        return switch (outcome) {
            case SavePage.Outcome.Saved(Draft saved) -> {
                typed.remove(saved.id(), sent.step().page());
                yield to(saved, sent.target());
            }
            case SavePage.Outcome.Invalid(List<Violation> violations) -> {
                Response again = again(sent, violations);
                yield sent.go().equals("next") ? again : to(sent.draft(), sent.target());
            }
            case SavePage.Outcome.Changed() -> again(sent, changed(sent.draft()));
            case SavePage.Outcome.Gone() -> gone();
        };
    }

    /** Keeps what is typed, but no secret. */
    Form keep(Draft draft, Step step, Form form) {
        typed.put(draft.id(), step.page(), form.withoutSecrets());
        return form;
    }

    /** Steps on which something was typed that is not stored. */
    List<Step> unsaved(Draft draft) {
        return Stream.of(Step.values())
                .filter(step -> step.page() != null
                        && typed.find(draft.id(), step.page()).isPresent())
                .toList();
    }

    /** The page, beside the revision that the draft began with. */
    Response shown(Wizard wizard) {
        Wizard whole = wizard.step() == Step.TEMPLATES
                ? wizard.withDefaults(defaults(wizard.draft().pages().definition()))
                : wizard;
        return Response.ok(WizardTemplates.of(viewers.get(), whole.with(beside(whole.draft()))))
                .build();
    }

    private Beside beside(Draft draft) {
        Pages base = draft.isNew()
                ? null
                : integrations
                        .revision(draft.storeId(), draft.integrationId(), draft.baseGeneration())
                        .map(Revision::pages)
                        .orElse(null);
        if (base == null) {
            return Beside.NOTHING;
        }
        String was = base.definition();
        String is = draft.pages().definition();
        List<String> news = definitions.all().stream()
                .filter(each -> each.newerThan(was) && !each.newerThan(is))
                .flatMap(each -> each.changes().stream())
                .toList();
        return new Beside(Beside.changed(base, draft.pages()), news, was.equals(is) ? List.of() : newDefaults(was, is));
    }

    private List<String> newDefaults(String was, String is) {
        List<AwsQuestions.TemplateText> before = defaults(was);
        return defaults(is).stream()
                .filter(each -> before.stream()
                        .anyMatch(old ->
                                old.name().equals(each.name()) && !old.text().equals(each.text())))
                .map(AwsQuestions.TemplateText::name)
                .toList();
    }

    /** The default templates; none while they are not to be had, which the page says. */
    List<AwsQuestions.TemplateText> defaults(String version) {
        try {
            return defaults.of(version);
        } catch (ServiceSilentException e) {
            return List.of();
        }
    }

    Response to(Draft draft, Step step) {
        return Response.seeOther(URI.create("/drafts/" + draft.id() + "/" + step.path()))
                .build();
    }

    Response gone() {
        return Response.status(Status.NOT_FOUND)
                .entity(WizardTemplates.gone(viewers.get()))
                .build();
    }

    static String changed(Draft draft) {
        return draft.updatedBy()
                + " changed this draft in another window meanwhile. What you typed is still here: choose"
                + " Next to store it, or reload the page to see what is stored.";
    }
}
