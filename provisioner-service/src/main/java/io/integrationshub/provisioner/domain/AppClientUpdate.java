package io.integrationshub.provisioner.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The complete body of an UpdateUserPoolClient: what DescribeUserPoolClient shows, the template laid over it, and what Commerce needs
 * for a sign-in with the authorization code flow. Like pools, clients lose whatever an update leaves out.
 */
public final class AppClientUpdate {
    private static final List<String> SCOPES = List.of("openid", "email", "profile");

    private AppClientUpdate() {}

    /**
     * What has to be sent; empty when the client already is as wanted.
     *
     * @param client as DescribeUserPoolClient shows it
     * @param ourCallbackUrls those we registered before
     */
    public static Optional<Document> plan(
            Document client, Document template, String clientName, List<String> ourCallbackUrls) {
        Document current = current(client);
        Document wanted = Overlay.merge(current, normal(template))
                .with("UserPoolId", client.text("UserPoolId").orElseThrow())
                .with("ClientId", client.text("ClientId").orElseThrow())
                .with("ClientName", clientName)
                .with(
                        "CallbackURLs",
                        CallbackUrls.merged(
                                client.texts("CallbackURLs"), ourCallbackUrls, template.texts("CallbackURLs")))
                .with("AllowedOAuthFlowsUserPoolClient", true);
        wanted = including(wanted, "AllowedOAuthFlows", List.of("code"));
        wanted = including(wanted, "AllowedOAuthScopes", SCOPES);
        wanted = including(wanted, "SupportedIdentityProviders", List.of("COGNITO"));
        if (wanted.has("ReadAttributes")) {
            // Commerce knows people by the email claim; absent means all attributes.
            wanted = including(wanted, "ReadAttributes", List.of("email"));
        }
        wanted = withPossibleRedirect(wanted, template);
        return differences(current, wanted).isEmpty() ? Optional.empty() : Optional.of(wanted);
    }

    /** Paths of the members in which two bodies differ; a default that is written out is none. */
    public static List<String> differences(Document one, Document other) {
        return AwsDefaults.differencesOfClients(one, other);
    }

    /** The update that would change nothing. TokenValidityUnits stay with the values, whose unit would change otherwise. */
    public static Document current(Document client) {
        Document body = client.without("ClientSecret", "CreationDate", "LastModifiedDate");
        return body.object("AnalyticsConfiguration").members().isEmpty()
                ? body.without("AnalyticsConfiguration")
                : body;
    }

    /** Cognito takes 0 for the default of 30 days, and shows 30. */
    private static Document normal(Document template) {
        if (!(template.members().get("RefreshTokenValidity") instanceof Number validity) || validity.intValue() != 0) {
            return template;
        }
        Document units = template.object("TokenValidityUnits").with("RefreshToken", null);
        return template.with("RefreshTokenValidity", 30).with("TokenValidityUnits", units);
    }

    private static Document including(Document body, String member, List<String> needed) {
        Set<String> values = new LinkedHashSet<>(body.texts(member));
        values.addAll(needed);
        return body.with(member, List.copyOf(values));
    }

    /** Cognito refuses a default redirect that is no callback URL; one that pointed to a URL of ours goes with it. */
    private static Document withPossibleRedirect(Document body, Document template) {
        boolean possible = body.text("DefaultRedirectURI")
                .map(uri -> template.has("DefaultRedirectURI")
                        || body.texts("CallbackURLs").contains(uri))
                .orElse(true);
        return possible ? body : body.without("DefaultRedirectURI");
    }
}
