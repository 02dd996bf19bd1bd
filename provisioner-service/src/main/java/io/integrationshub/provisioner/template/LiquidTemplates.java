package io.integrationshub.provisioner.template;

import io.integrationshub.provisioner.application.RequestTemplates;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.provisioner.domain.ProvisioningException.Flaw;
import io.integrationshub.provisioner.domain.TemplateKind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Renders request templates: checked as text, rendered by {@link HardenedLiquid}, read by {@link StrictJson}. */
@Singleton
class LiquidTemplates implements RequestTemplates {
    private final DefaultTemplates defaults = new DefaultTemplates();
    private final HardenedLiquid liquid = new HardenedLiquid();

    @Override
    public Rendered render(TemplateKind kind, String definitionVersion, String customText, Values values) {
        String text = customText == null ? defaults.text(definitionVersion, kind) : customText;
        try {
            TemplateText.require(text);
            return StrictJson.read(liquid.render(text, values));
        } catch (InvalidTemplateException e) {
            String message = "The template " + kind.resource() + " is not valid: " + e.getMessage();
            throw ProvisioningException.template(message, List.of(new Flaw(message, null, e.place())));
        }
    }

    @Override
    public List<String> versions() {
        return defaults.versions();
    }

    @Override
    public String defaultText(String definitionVersion, TemplateKind kind) {
        return defaults.text(definitionVersion, kind);
    }

    @Override
    public Optional<String> repaired(String text) {
        return DocumentedTemplate.repaired(text);
    }
}
