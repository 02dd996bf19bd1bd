package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The rules between members of an app client, checked on the document a request would lead to. */
final class ClientRules {
    private static final List<String> NEVER_WRITABLE =
            List.of("sub", "email_verified", "phone_number_verified", "identities");

    private ClientRules() {}

    static void check(UserPool pool, ObjectNode client, String doing) {
        checkProviders(pool, client);
        checkAttributes(pool, client, doing);
        checkAuthFlows(pool, client);
        TokenValidity.check(client);
        RedirectUris.check(client);
        OAuthRules.check(client);
        if (client.path("EnablePropagateAdditionalUserContextData").asBoolean() && !client.has("ClientSecret")) {
            throw AwsError.invalidParameter(
                    "EnablePropagateAdditionalUserContextData can be enabled only for a client with a secret.");
        }
    }

    private static void checkProviders(UserPool pool, ObjectNode client) {
        Json.texts(client, "SupportedIdentityProviders").stream()
                .filter(provider -> !provider.equals("COGNITO"))
                .findFirst()
                .ifPresent(provider -> {
                    throw AwsError.invalidParameter(
                            "The provider " + provider + " does not exist for User Pool " + pool.id() + ".");
                });
    }

    private static void checkAttributes(UserPool pool, ObjectNode client, String doing) {
        List<String> known = pool.attributeNames();
        if (!known.containsAll(Json.texts(client, "ReadAttributes"))) {
            throw AwsError.invalidParameter("Invalid read attributes specified while " + doing + " a client");
        }
        List<String> writable = Json.texts(client, "WriteAttributes");
        if (!known.containsAll(writable) || writable.stream().anyMatch(NEVER_WRITABLE::contains)) {
            throw AwsError.invalidParameter("Invalid write attributes specified while " + doing + " a client");
        }
    }

    private static void checkAuthFlows(UserPool pool, ObjectNode client) {
        List<String> flows = Json.texts(client, "ExplicitAuthFlows");
        boolean legacy = flows.stream().anyMatch(flow -> !flow.startsWith("ALLOW_"));
        boolean current = flows.stream().anyMatch(flow -> flow.startsWith("ALLOW_"));
        if (legacy && current) {
            throw AwsError.invalidParameter(
                    "ExplicitAuthFlows cannot mix legacy values with values that have the ALLOW_ prefix.");
        }
        if (flows.contains("ALLOW_USER_AUTH") && !TierRules.essentialsOrMore(pool.tier())) {
            throw AwsError.notInTier("ALLOW_USER_AUTH", pool.tier());
        }
        if (Json.text(client.path("RefreshTokenRotation"), "Feature").equals("ENABLED")
                && flows.contains("ALLOW_REFRESH_TOKEN_AUTH")) {
            throw AwsError.invalidParameter(
                    "ALLOW_REFRESH_TOKEN_AUTH cannot be enabled together with refresh token rotation.");
        }
    }
}
