package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What Cognito's authorize endpoint answers to a request. */
sealed interface AuthorizeRequest {
    /** The login page follows. */
    record Accepted() implements AuthorizeRequest {}

    /** Shown on Cognito's own error page: the callback cannot be trusted. */
    record Refused(String error, String clientId) implements AuthorizeRequest {}

    /** Sent to the callback with an error. */
    record SentBack(String location) implements AuthorizeRequest {}

    /** Scopes are separated by spaces. */
    Pattern SPACE = Pattern.compile(" +");

    static AuthorizeRequest decide(UserPool pool, Map<String, String> query) {
        String clientId = query.getOrDefault("client_id", "");
        if (!(pool.clients().get(clientId) instanceof ObjectNode client)) {
            return new Refused("Client does not exist.", clientId);
        }
        String redirectUri = query.getOrDefault("redirect_uri", Json.text(client, "DefaultRedirectURI"));
        if (!Json.texts(client, "CallbackURLs").contains(redirectUri)) {
            return new Refused("redirect_mismatch", clientId);
        }
        if (Json.texts(client, "SupportedIdentityProviders").isEmpty()) {
            return new Refused("Login pages unavailable. Please contact an administrator.", clientId);
        }
        return checkOAuth(client, redirectUri, query);
    }

    private static AuthorizeRequest checkOAuth(ObjectNode client, String redirectUri, Map<String, String> query) {
        String responseType = query.getOrDefault("response_type", "");
        if (!responseType.equals("code")) {
            return back(redirectUri, query, "invalid_request", "response_type " + responseType);
        }
        if (!client.path("AllowedOAuthFlowsUserPoolClient").asBoolean()
                || !Json.texts(client, "AllowedOAuthFlows").contains("code")) {
            return back(redirectUri, query, "unauthorized_client", "");
        }
        List<String> allowed = Json.texts(client, "AllowedOAuthScopes");
        String scope = query.getOrDefault("scope", "").strip();
        if (!scope.isEmpty() && !allowed.containsAll(List.of(SPACE.split(scope)))) {
            return back(redirectUri, query, "invalid_request", "invalid_scope");
        }
        return new Accepted();
    }

    private static SentBack back(String redirectUri, Map<String, String> query, String error, String description) {
        StringBuilder location = new StringBuilder(redirectUri)
                .append(redirectUri.contains("?") ? '&' : '?')
                .append("error=")
                .append(error);
        if (!description.isEmpty()) {
            location.append("&error_description=").append(Form.encode(description));
        }
        if (query.containsKey("state")) {
            location.append("&state=").append(Form.encode(query.get("state")));
        }
        return new SentBack(location.toString());
    }
}
