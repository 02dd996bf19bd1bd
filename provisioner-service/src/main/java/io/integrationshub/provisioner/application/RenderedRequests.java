package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.ProtectedMembers;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.provisioner.domain.ProvisioningException.Flaw;
import io.integrationshub.provisioner.domain.ProvisioningException.Place;
import io.integrationshub.provisioner.domain.TemplateKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Request bodies from an integration's templates: rendered, held against AWS's service model, protected members enforced. */
@ApplicationScoped
class RenderedRequests {
    private static final int MOST_TOLD = 10;

    private final RequestTemplates templates;
    private final RequestShapes shapes;

    RenderedRequests(RequestTemplates templates, RequestShapes shapes) {
        this.templates = templates;
        this.shapes = shapes;
    }

    Document createUserPool(IntegrationSpec spec) {
        String name = spec.userPool().name();
        Document body = render(TemplateKind.CREATE_USER_POOL, spec, Map.of("poolName", name), Map.of());
        ProtectedMembers.requireForNewPool(body, name);
        return body;
    }

    Document updateUserPool(IntegrationSpec spec, String userPoolId) {
        String name = spec.userPool().name();
        Document body = render(
                TemplateKind.UPDATE_USER_POOL, spec, Map.of("poolName", name, "userPoolId", userPoolId), Map.of());
        ProtectedMembers.requireForPoolUpdate(body, userPoolId, name);
        return body;
    }

    Document createClient(IntegrationSpec spec, String userPoolId) {
        String name = spec.userPool().name();
        Document body = render(
                TemplateKind.CREATE_USER_POOL_CLIENT,
                spec,
                Map.of("poolName", name, "userPoolId", userPoolId),
                Map.of());
        ProtectedMembers.requireForNewClient(body, userPoolId, name);
        // Commerce signs in with a secret, and a client that was made without one never gets one.
        return body.with("GenerateSecret", true);
    }

    Document updateClient(IntegrationSpec spec, String userPoolId, String clientId, List<String> callbackUrls) {
        String name = spec.userPool().name();
        Document body = render(
                TemplateKind.UPDATE_USER_POOL_CLIENT,
                spec,
                Map.of("poolName", name, "userPoolId", userPoolId, "clientId", clientId),
                Map.of("callbackUrl", callbackUrls));
        ProtectedMembers.requireForClientUpdate(body, userPoolId, clientId, name, callbackUrls);
        return body;
    }

    private Document render(
            TemplateKind kind, IntegrationSpec spec, Map<String, String> texts, Map<String, List<String>> lists) {
        RequestTemplates.Rendered rendered = templates.render(
                kind,
                spec.definitionVersion(),
                kind.customText(spec.templates()),
                new RequestTemplates.Values(texts, lists));
        require(kind, rendered);
        return rendered.body();
    }

    private void require(TemplateKind kind, RequestTemplates.Rendered rendered) {
        List<Flaw> flaws = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (RequestShapes.Violation violation : shapes.violations(kind, rendered.body())) {
            Place place = rendered.places().get(violation.member());
            String message = violation.message() + (place == null ? "" : " " + place);
            told.add(message);
            flaws.add(new Flaw("Template " + kind.resource() + ": " + message, violation.member(), place));
        }
        if (!flaws.isEmpty()) {
            throw ProvisioningException.template(
                    "The template " + kind.resource() + " does not make a valid " + kind.operation() + " request: "
                            + String.join("; ", told.subList(0, Math.min(MOST_TOLD, told.size()))),
                    flaws.subList(0, Math.min(MOST_TOLD, flaws.size())));
        }
    }
}
