package io.integrationshub.config.web;

import io.integrationshub.config.application.AwsQuestions;
import io.integrationshub.config.application.CommerceQuestions;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.Regions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of the wizard as it is shown.
 *
 * @param notice what happened to the whole page; empty for nothing
 * @param aws what came of Connect just now; null when it was not chosen
 * @param commerce the same
 * @param checked templates as they render, when Preview was chosen just now
 * @param beside what is different from the revision the draft began with
 * @param defaults of the templates; none on other steps, or when they are not known
 * @param plan what Finish would do, when it is known by now; null while it is asked for
 * @param unsaved steps on which something was typed that is not stored; told by the step Plan only
 */
public record Wizard(
        Draft draft,
        Step step,
        Form form,
        String notice,
        AwsQuestions.@Nullable Connection aws,
        CommerceQuestions.@Nullable Connection commerce,
        @Nullable ShownPlan plan,
        List<Step> unsaved,
        List<AwsQuestions.TemplateResult> checked,
        List<AwsQuestions.TemplateText> defaults,
        Beside beside) {

    Wizard(Draft draft, Step step, Form form, String notice) {
        this(draft, step, form, notice, null, null, null, List.of(), List.of(), List.of(), Beside.NOTHING);
    }

    Wizard with(AwsQuestions.Connection tried) {
        return new Wizard(draft, step, form, notice, tried, null, plan, unsaved, checked, defaults, beside);
    }

    Wizard with(CommerceQuestions.Connection tried) {
        return new Wizard(draft, step, form, notice, null, tried, plan, unsaved, checked, defaults, beside);
    }

    Wizard withChecked(List<AwsQuestions.TemplateResult> results) {
        return new Wizard(draft, step, form, notice, aws, commerce, plan, unsaved, results, defaults, beside);
    }

    Wizard withUnsaved(List<Step> steps) {
        return new Wizard(draft, step, form, notice, aws, commerce, plan, steps, checked, defaults, beside);
    }

    Wizard with(ShownPlan known) {
        return new Wizard(draft, step, form, notice, aws, commerce, known, unsaved, checked, defaults, beside);
    }

    Wizard withDefaults(List<AwsQuestions.TemplateText> texts) {
        return new Wizard(draft, step, form, notice, aws, commerce, plan, unsaved, checked, texts, beside);
    }

    Wizard with(Beside found) {
        return new Wizard(draft, step, form, notice, aws, commerce, plan, unsaved, checked, defaults, found);
    }

    /** True when the page of the step is not what the integration has now. */
    public boolean changed(Step each) {
        return beside.changed().contains(each)
                || (each == Step.TEMPLATES && !beside.newDefaults().isEmpty());
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

    /** Whether the domain prefix can be had, as Connect found; null when that was not asked. */
    public AwsQuestions.@Nullable Domain domain() {
        return aws == null ? null : aws.domain();
    }

    /** True when what was just tried on the page came back with errors. */
    public boolean refused() {
        return checked.stream().anyMatch(result -> !result.errors().isEmpty());
    }

    /** True when there is something to do before it can be finished. */
    public boolean unfinished() {
        return !unsaved.isEmpty() || !draft.pages().gaps().isEmpty();
    }

    /** True when the page of the step is stored and nothing is missing from it. */
    public boolean done(Step each) {
        boolean stored = each == Step.TRIGGER_DETAILS ? each.ordinal() < step.ordinal() : each.stored(draft.pages());
        return stored && !missing(each);
    }

    /** What came of rendering one template; null when it was not tried. */
    public AwsQuestions.@Nullable TemplateResult checked(String name) {
        return checked.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The default of one template; null when it is not known. */
    public AwsQuestions.@Nullable TemplateText standard(String name) {
        return defaults.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Problems of fields, in the order of the page, to be listed at its top. */
    public List<Map.Entry<String, String>> problems() {
        return List.copyOf(form.messages().entrySet());
    }
}
