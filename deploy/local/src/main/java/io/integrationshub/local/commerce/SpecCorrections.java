package io.integrationshub.local.commerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Where the published OpenAPI files contradict the product's documentation and every known client, the documentation wins.
 * Each method corrects one defect in the loaded copy; the files themselves stay verbatim.
 */
final class SpecCorrections {

    private static final List<String> PROFILE_FIELDS =
            List.of("type", "name", "discovery_url", "client_id", "client_secret");
    private static final String PROFILES = "/v2/authentication-realms/{realmId}/oidc-profiles";

    private SpecCorrections() {}

    static void apply(ObjectNode document) {
        statusMayBeNumber(document);
        flatToken(document);
        tokenNeedsSecret(document);
        completeProfileRequests(document);
        profileResponses(document);
        mappingResponses(document);
    }

    /** The general guide shows a number, the files say string; both occur. */
    private static void statusMayBeNumber(ObjectNode document) {
        if (document.at("/components/schemas/Error/properties/status") instanceof ObjectNode status) {
            status.putArray("type").add("string").add("integer");
        }
    }

    /** The file wraps the token in "data"; the service answers flat (RFC 6749 members at the top level). */
    private static void flatToken(ObjectNode document) {
        if (document.at("/paths/~1oauth~1access_token/post/responses/200/content/application~1json")
                instanceof ObjectNode media) {
            var schema = media.putObject("schema").put("$ref", "#/components/schemas/Bearer");
            strings(schema.putArray("required"), "access_token", "token_type", "identifier", "expires_in", "expires");
        }
    }

    /** The file requires only grant_type and client_id; the client_credentials grant needs the secret as well. */
    private static void tokenNeedsSecret(ObjectNode document) {
        if (document.at("/components/schemas/Token") instanceof ObjectNode token) {
            strings(token.withArray("required"), "client_secret");
            for (var field : List.of("client_id", "client_secret")) {
                ((ObjectNode) token.at("/properties/" + field)).put("minLength", 1);
            }
        }
    }

    /** The file requires only type and name; the documentation all five, on create and on update. */
    private static void completeProfileRequests(ObjectNode document) {
        var paths = document.path("paths");
        var bodies = List.of(
                paths.path(PROFILES).path("post"),
                paths.path(PROFILES + "/{profileId}").path("put"));
        for (JsonNode operation : bodies) {
            if (operation.at("/requestBody/content/application~1json/schema/properties/data")
                    instanceof ObjectNode data) {
                strings(data.putArray("required"), PROFILE_FIELDS.toArray(String[]::new));
                var properties = data.putObject("properties");
                PROFILE_FIELDS.forEach(field -> properties.putObject(field).put("minLength", 1));
            }
        }
        if (document.at("/components/schemas/AuthenticationRealm/properties/name") instanceof ObjectNode name) {
            name.put("minLength", 1);
        }
    }

    /** The file lets a response inherit client_secret; documented responses never carry it, and always the rest. */
    private static void profileResponses(ObjectNode document) {
        if (document.at("/components/schemas/OidcProfileResponse/allOf") instanceof ArrayNode all) {
            var complete = all.addObject();
            strings(complete.putArray("required"), "id", "type", "name", "discovery_url", "client_id", "meta");
            complete.putObject("properties").put("client_secret", false);
        }
    }

    /** The file types prefix as string while its own text says it is null until one is set. */
    private static void mappingResponses(ObjectNode document) {
        if (document.at("/components/schemas/MerchantRealmMappingResponse") instanceof ObjectNode mapping) {
            ((ObjectNode) mapping.at("/properties/prefix"))
                    .putArray("type")
                    .add("string")
                    .add("null");
            strings(mapping.putArray("required"), "id", "type", "prefix", "realm_id", "store_id");
        }
    }

    private static void strings(ArrayNode array, String... values) {
        for (var value : values) {
            array.add(value);
        }
    }
}
