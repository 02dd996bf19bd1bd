package io.integrationshub.config.web;

import io.integrationshub.config.application.AwsQuestions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The wizard's pages. */
@CheckedTemplate(basePath = "wizard")
final class WizardTemplates {
    private WizardTemplates() {}

    static native TemplateInstance trigger(Viewer viewer, Wizard wizard);

    static native TemplateInstance configuration(Viewer viewer, Wizard wizard);

    static native TemplateInstance buyer(Viewer viewer, Wizard wizard);

    static native TemplateInstance merchant(Viewer viewer, Wizard wizard);

    static native TemplateInstance templates(Viewer viewer, Wizard wizard);

    static native TemplateInstance plan(Viewer viewer, Wizard wizard);

    static native TemplateInstance preview(Viewer viewer, Wizard wizard);

    static native TemplateInstance domain(
            Viewer viewer, UUID draft, AwsQuestions.@Nullable Domain domain, boolean silent);

    static native TemplateInstance gone(Viewer viewer);

    /** The page of a step. */
    static TemplateInstance of(Viewer viewer, Wizard wizard) {
        return switch (wizard.step()) {
            case TRIGGER_DETAILS -> trigger(viewer, wizard);
            case CONFIGURATION -> configuration(viewer, wizard);
            case BUYER_ORGANIZATION -> buyer(viewer, wizard);
            case MERCHANT_ORGANIZATION -> merchant(viewer, wizard);
            case TEMPLATES -> templates(viewer, wizard);
            case PLAN, FINISH -> plan(viewer, wizard);
        };
    }
}
