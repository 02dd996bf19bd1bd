package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which OAuth flows, scopes and callbacks go together on one app client. */
final class OAuthRules {
    private static final Set<String> SCOPES =
            Set.of("phone", "email", "openid", "profile", "aws.cognito.signin.user.admin");

    private OAuthRules() {}

    static void check(ObjectNode client) {
        List<String> flows = Json.texts(client, "AllowedOAuthFlows");
        List<String> scopes = Json.texts(client, "AllowedOAuthScopes");
        if (client.path("AllowedOAuthFlowsUserPoolClient").asBoolean() && (flows.isEmpty() || scopes.isEmpty())) {
            throw AwsError.invalidOAuthFlow("AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client"
                    + " is allowed to use OAuth flows.");
        }
        checkFlows(client, flows);
        checkScopes(flows, scopes);
    }

    private static void checkFlows(ObjectNode client, List<String> flows) {
        boolean browser = flows.contains("code") || flows.contains("implicit");
        if (browser && Json.texts(client, "CallbackURLs").isEmpty()) {
            throw AwsError.invalidOAuthFlow(
                    "CallbackUrls can not be empty when code flow or implicit flow is selected");
        }
        if (!flows.contains("client_credentials")) {
            return;
        }
        if (browser) {
            throw AwsError.invalidOAuthFlow(
                    "client_credentials flow can not be selected along with code flow or implicit flow.");
        }
        if (!client.has("ClientSecret")) {
            throw AwsError.invalidOAuthFlow(
                    "client_credentials flow can not be selected if client does not have a client secret.");
        }
    }

    private static void checkScopes(List<String> flows, List<String> scopes) {
        scopes.stream().filter(scope -> !SCOPES.contains(scope)).findFirst().ifPresent(scope -> {
            throw new AwsError("ScopeDoesNotExistException", "Invalid scope requested: " + scope);
        });
        if (flows.contains("client_credentials")) {
            scopes.stream().findFirst().ifPresent(scope -> {
                throw AwsError.invalidOAuthFlow(scope + " is not supported with client_credentials flow");
            });
        }
        if (!scopes.contains("openid") && Stream.of("phone", "email", "profile").anyMatch(scopes::contains)) {
            throw AwsError.invalidParameter("The scopes phone, email and profile need the scope openid.");
        }
    }
}
