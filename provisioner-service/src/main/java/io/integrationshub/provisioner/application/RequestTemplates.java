package io.integrationshub.provisioner.application;

import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.ProvisioningException.Place;
import io.integrationshub.provisioner.domain.TemplateKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Request templates in Liquid. */
public interface RequestTemplates {

    /**
     * Renders a template to a request body. Same input, same output; nothing outside is read.
     *
     * @param customText the admin's own text, or null for the default of the definition version
     * @param values what the template may use: text, and lists of text
     * @throws io.integrationshub.provisioner.domain.ProvisioningException INPUT, INVALID_TEMPLATE, with line and column
     */
    Rendered render(TemplateKind kind, String definitionVersion, String customText, Values values);

    /** The definition versions that there are templates of, the oldest first. */
    List<String> versions();

    /** The default of a definition version. */
    String defaultText(String definitionVersion, TemplateKind kind);

    /** What was probably meant by an Update User Pool Client template copied from the product documentation; empty for any other. */
    Optional<String> repaired(String text);

    /**
     * A request body.
     *
     * @param places where each member begins in the rendered text, by its path, for example {@code Policies.PasswordPolicy} or
     *     {@code Schema[0].Name}
     */
    record Rendered(Document body, Map<String, Place> places) {}

    /** The variables of a template. */
    record Values(Map<String, String> texts, Map<String, List<String>> lists) {}
}
