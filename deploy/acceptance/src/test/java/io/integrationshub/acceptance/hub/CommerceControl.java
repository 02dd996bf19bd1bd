package io.integrationshub.acceptance.hub;

import static io.integrationshub.local.test.Waits.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The Commerce stand-in: what it is told to do, and what there is in its stores. */
public record CommerceControl(Rest rest) {

    /** A store's sign-in as it is set up. */
    public record Realm(String id, String kind, List<String> redirectUris, List<Profile> profiles) {}

    /** An OIDC profile with the address Cognito sends the browser back to. */
    public record Profile(String name, String clientId, String discoveryUrl, String callback) {}

    /** Adds a store with an application key. */
    public void addStore(String clientId, String clientSecret) {
        rest.send(
                        "POST",
                        "/_control/stores",
                        Map.of("name", "store of " + clientId, "clientId", clientId, "clientSecret", clientSecret))
                .success();
    }

    /** The next request whose whole path matches is executed late. */
    public void slow(String method, String pathPattern, Duration delay) {
        rest.send(
                        "POST",
                        "/_control/faults",
                        Map.of(
                                "method",
                                method,
                                "pathPattern",
                                pathPattern,
                                "kind",
                                "slow",
                                "delayMs",
                                delay.toMillis()))
                .success();
    }

    /** Returns when nothing that was asked for is still to come. */
    public void awaitFaultsMet() {
        await("the slow request is under way")
                .pollInterval(Duration.ofMillis(50))
                .until(() -> rest.get("/_control/faults").success().isEmpty());
    }

    /** What was written in the store of this key, since the launcher started. */
    public List<String> writes(String clientId) {
        String store = storeId(state(), clientId);
        List<String> writes = new ArrayList<>();
        for (JsonNode request : rest.get("/_control/requests").success()) {
            if (request.path("write").asBoolean()
                    && request.path("store").asText().equals(store)) {
                writes.add(request.path("method").asText() + " "
                        + request.path("path").asText());
            }
        }
        return writes;
    }

    /** The traces for which the store was called, in the order of the calls. */
    public List<String> traces(String clientId) {
        String store = storeId(state(), clientId);
        return stream(rest.get("/_control/requests").success())
                .filter(request -> request.path("store").asText().equals(store))
                .map(request -> request.path("trace").asText())
                .toList();
    }

    /** The realms of the store of this key. */
    public List<Realm> realms(String clientId) {
        JsonNode state = state();
        String store = storeId(state, clientId);
        return stream(state.path("realms"))
                .filter(realm -> realm.path("storeId").asText().equals(store))
                .map(realm -> realm(state, realm))
                .toList();
    }

    /** The prefix of the merchant login, {@code "null"} where there is none. */
    public String prefix(String clientId) {
        JsonNode state = state();
        String store = storeId(state, clientId);
        return stream(state.path("mappings"))
                .filter(mapping -> mapping.path("storeId").asText().equals(store))
                .map(mapping -> mapping.path("prefix").asText())
                .findFirst()
                .orElse("null");
    }

    private Realm realm(JsonNode state, JsonNode realm) {
        String id = realm.path("id").asText();
        List<Profile> profiles = stream(state.path("profiles"))
                .filter(profile -> profile.path("realmId").asText().equals(id))
                .map(profile -> new Profile(
                        profile.path("name").asText(),
                        profile.path("clientId").asText(),
                        profile.path("discoveryUrl").asText(),
                        rest.base() + "/oidc-idp/callback/stores/"
                                + realm.path("storeId").asText() + "/authentication-realms/" + id + "/oidc-profiles/"
                                + profile.path("id").asText()))
                .toList();
        return new Realm(
                id,
                realm.path("kind").asText(),
                stream(realm.path("redirectUris")).map(JsonNode::asText).toList(),
                profiles);
    }

    private JsonNode state() {
        return rest.get("/_control/state").success();
    }

    private static String storeId(JsonNode state, String clientId) {
        JsonNode principal = state.path("keys").path(clientId).path("principal");
        return principal.path("storeId").asText();
    }

    private static Stream<JsonNode> stream(JsonNode container) {
        return StreamSupport.stream(container.spliterator(), false);
    }
}
