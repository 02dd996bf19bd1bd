package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeSet;

/**
 * How a request configures an app client. Lists that are sets to Cognito come back sorted and without duplicates, not
 * in the order they were sent; defaults that only take effect (ExplicitAuthFlows, PreventUserExistenceErrors) are not
 * shown by a describe.
 */
final class ClientDocument {
    private static final List<String> SETS = List.of(
            "ReadAttributes",
            "WriteAttributes",
            "ExplicitAuthFlows",
            "SupportedIdentityProviders",
            "CallbackURLs",
            "LogoutURLs",
            "AllowedOAuthFlows",
            "AllowedOAuthScopes");
    private static final List<String> PLAIN = List.of(
            "AccessTokenValidity",
            "IdTokenValidity",
            "DefaultRedirectURI",
            "AnalyticsConfiguration",
            "PreventUserExistenceErrors",
            "RefreshTokenRotation");
    private static final int DEFAULT_REFRESH_DAYS = 30;

    private ClientDocument() {}

    static void configure(ObjectNode client, ObjectNode input) {
        SETS.stream()
                .filter(member -> !Json.texts(input, member).isEmpty())
                .forEach(member -> client.set(member, Json.array(new TreeSet<>(Json.texts(input, member)))));
        PLAIN.stream()
                .filter(input::has)
                .forEach(member -> client.set(member, input.get(member).deepCopy()));
        ObjectNode units = client.putObject("TokenValidityUnits");
        input.path("TokenValidityUnits").properties().forEach(unit -> units.set(unit.getKey(), unit.getValue()));
        refreshTokenValidity(client, input);
        client.put("AllowedOAuthFlowsUserPoolClient", flag(input, "AllowedOAuthFlowsUserPoolClient", false));
        client.put("EnableTokenRevocation", flag(input, "EnableTokenRevocation", true));
        client.put(
                "EnablePropagateAdditionalUserContextData",
                flag(input, "EnablePropagateAdditionalUserContextData", false));
        client.put("AuthSessionValidity", input.path("AuthSessionValidity").asInt(3));
    }

    /** Zero means the default of 30 days, whatever the unit. */
    private static void refreshTokenValidity(ObjectNode client, ObjectNode input) {
        int validity = input.path("RefreshTokenValidity").asInt(0);
        if (validity == 0) {
            ((ObjectNode) client.get("TokenValidityUnits")).remove("RefreshToken");
        }
        client.put("RefreshTokenValidity", validity == 0 ? DEFAULT_REFRESH_DAYS : validity);
    }

    private static boolean flag(ObjectNode input, String member, boolean byDefault) {
        return input.path(member).asBoolean(byDefault);
    }
}
