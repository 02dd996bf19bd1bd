package io.integrationshub.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** What exists outside after the demo, as the stand-ins or the steps' outputs tell it. */
final class DemoReport {
    private final PrintStream out;

    DemoReport(PrintStream out) {
        this.out = out;
    }

    /** Pools with their domains and app clients. */
    void cognito(JsonNode state) {
        out.println("In Cognito:");
        for (JsonNode entry : state.path("Pools")) {
            JsonNode pool = entry.path("Pool");
            String id = pool.path("Id").asText();
            row(
                    "user pool",
                    pool.path("Name").asText() + "  " + id + "  "
                            + entry.path("Region").asText());
            for (JsonNode domain : state.path("Domains")) {
                if (domain.path("UserPoolId").asText().equals(id)) {
                    row("domain", domain.path("Domain").asText() + "  " + status(domain));
                }
            }
            entry.path("Clients").forEach(this::client);
        }
    }

    /** Profiles by realm with the address Cognito sends the browser back to, and the prefix of the merchant login. */
    void commerce(JsonNode state, URI commerce) {
        out.println("In Commerce:");
        state.path("profiles").forEach(profile -> {
            JsonNode realm = state.path("realms").path(profile.path("realmId").asText());
            row(
                    realmName(realm) + " realm",
                    "OIDC profile " + profile.path("name").asText() + "  "
                            + profile.path("id").asText());
            row("", "callback " + callback(realm, profile, commerce));
            realm.path("redirectUris").forEach(uri -> row("", "redirect URI " + uri.asText()));
        });
        state.path("mappings").forEach(mapping -> {
            if (mapping.hasNonNull("prefix")) {
                row("merchant prefix", mapping.path("prefix").asText());
            }
        });
    }

    /** For each profile the address that shows Cognito's sign-in page and leads back to Commerce. */
    void signInUrls(JsonNode cognito, URI cognitoUrl, JsonNode commerce, URI commerceUrl) {
        out.println("Sign-in:");
        commerce.path("profiles").forEach(profile -> {
            JsonNode realm =
                    commerce.path("realms").path(profile.path("realmId").asText());
            String clientId = profile.path("clientId").asText();
            Map<String, String> query = new LinkedHashMap<>();
            query.put("client_id", clientId);
            query.put("response_type", "code");
            query.put("scope", "openid email");
            query.put("redirect_uri", callback(realm, profile, commerceUrl));
            row(
                    realmName(realm) + " realm",
                    cognitoUrl + "/_domain/" + domainOf(clientId, cognito) + "/oauth2/authorize?" + encode(query));
        });
    }

    /** What the execution put out, where nobody else can be asked. */
    void output(JsonNode output) {
        out.println("Output of the execution:");
        output.properties().forEach(each -> row(each.getKey(), each.getValue().toString()));
    }

    private void client(JsonNode entry) {
        JsonNode client = entry.has("Client") ? entry.path("Client") : entry;
        row(
                "app client",
                client.path("ClientName").asText() + "  "
                        + client.path("ClientId").asText() + "  flows " + client.path("AllowedOAuthFlows"));
        client.path("CallbackURLs").forEach(url -> row("", "callback " + url.asText()));
    }

    private static String domainOf(String clientId, JsonNode cognito) {
        for (JsonNode entry : cognito.path("Pools")) {
            if (entry.path("Clients").has(clientId)) {
                for (JsonNode domain : cognito.path("Domains")) {
                    if (domain.path("UserPoolId").equals(entry.path("Pool").path("Id"))) {
                        return domain.path("Domain").asText();
                    }
                }
            }
        }
        return "none";
    }

    private static String status(JsonNode domain) {
        if (domain.has("GoneAt")) {
            return "DELETING";
        }
        return domain.path("ActiveAt").asLong() > System.currentTimeMillis() ? "CREATING" : "ACTIVE";
    }

    private static String realmName(JsonNode realm) {
        return realm.path("kind").asText().toLowerCase(Locale.ROOT);
    }

    private static String callback(JsonNode realm, JsonNode profile, URI commerce) {
        return commerce + "/oidc-idp/callback/stores/" + realm.path("storeId").asText() + "/authentication-realms/"
                + realm.path("id").asText() + "/oidc-profiles/"
                + profile.path("id").asText();
    }

    private static String encode(Map<String, String> query) {
        StringJoiner text = new StringJoiner("&");
        query.forEach((name, value) -> text.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }

    private void row(String name, String value) {
        out.printf("  %-18s %s%n", name, value);
    }
}
