package io.integrationshub.sso.commerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.integrationshub.sso.domain.MerchantMapping;
import io.integrationshub.sso.domain.OidcProfile;
import io.integrationshub.sso.domain.RealmSettings;
import io.integrationshub.sso.domain.WantedProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commerce's JSON documents, read leniently: members we do not know are ignored, links may stand on either level. */
final class Documents {
    private Documents() {}

    /** The realm that the customer authentication settings name; the relation is spelled in two ways. */
    static Optional<String> buyerRealmId(JsonNode answer) {
        JsonNode relations = answer.path("data").path("relationships");
        return text(relations.path("authentication-realm").path("data").path("id"))
                .or(() ->
                        text(relations.path("authentication_realm").path("data").path("id")));
    }

    static Optional<MerchantMapping> merchantMapping(JsonNode answer) {
        JsonNode data = answer.path("data");
        return text(data.path("id"))
                .flatMap(id -> text(data.path("realm_id"))
                        .map(realm -> new MerchantMapping(
                                id,
                                text(data.path("prefix")).orElse(null),
                                realm,
                                text(data.path("store_id")).orElse(null))));
    }

    static Optional<RealmSettings> realm(JsonNode answer) {
        JsonNode data = answer.path("data");
        List<String> uris = new ArrayList<>();
        data.path("redirect_uris").forEach(uri -> uris.add(uri.asText()));
        return text(data.path("id"))
                .map(id -> new RealmSettings(id, data.path("name").asText(""), uris));
    }

    static Optional<OidcProfile> profile(JsonNode answer) {
        return profile(answer.path("data"), answer.path("links"));
    }

    static List<OidcProfile> profiles(JsonNode page) {
        List<OidcProfile> found = new ArrayList<>();
        page.path("data").forEach(item -> profile(item, item.path("links")).ifPresent(found::add));
        return found;
    }

    /** True when the list goes on after so many; where Commerce does not say how many there are, its link to the next page counts. */
    static boolean hasMore(JsonNode page, int seen) {
        JsonNode total = page.path("meta").path("results").path("total");
        return total.isNumber()
                ? seen < total.asLong()
                : text(page.path("links").path("next")).isPresent();
    }

    static ObjectNode realm(RealmSettings realm, List<String> redirectUris) {
        ObjectNode data = data("authentication-realm").put("name", realm.name());
        redirectUris.forEach(data.putArray("redirect_uris")::add);
        return document(data);
    }

    static ObjectNode prefix(String prefix) {
        return document(data("merchant-realm-mappings").put("prefix", prefix));
    }

    static ObjectNode profile(WantedProfile profile, String clientSecret) {
        return document(data("oidc-profile")
                .put("name", profile.name())
                .put("discovery_url", profile.discoveryUrl())
                .put("client_id", profile.clientId())
                .put("client_secret", clientSecret));
    }

    private static Optional<OidcProfile> profile(JsonNode data, JsonNode links) {
        return text(data.path("id"))
                .map(id -> new OidcProfile(
                        id,
                        data.path("name").asText(""),
                        data.path("discovery_url").asText(""),
                        data.path("client_id").asText(""),
                        link(data, links, "callback-endpoint"),
                        link(data, links, "authorization-endpoint")));
    }

    private static String link(JsonNode data, JsonNode links, String name) {
        return text(links.path(name))
                .or(() -> text(data.path("links").path(name)))
                .orElse(null);
    }

    private static Optional<String> text(JsonNode value) {
        return value.isTextual() && !value.asText().isBlank() ? Optional.of(value.asText()) : Optional.empty();
    }

    private static ObjectNode data(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static ObjectNode document(ObjectNode data) {
        return JsonNodeFactory.instance.objectNode().set("data", data);
    }
}
