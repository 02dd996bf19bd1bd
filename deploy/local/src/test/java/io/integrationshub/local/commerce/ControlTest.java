package io.integrationshub.local.commerce;

import static io.integrationshub.local.commerce.CommerceClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTest {

    private static final String REQUESTS = "/_control/requests";

    private final CommerceStandIn commerce = CommerceStandIn.start(0, null);
    private final DiscoveryServer provider = new DiscoveryServer();
    private final CommerceClient client = CommerceClient.of(commerce);

    @AfterEach
    void stop() {
        provider.close();
        commerce.close();
    }

    @Test
    void calls_are_listed_without_query_body_or_secret() {
        var profiles = client.profiles();
        client.post(profiles, profile("Cognito", provider.url("/good")));
        client.get("/v2/authentication-realms?secret=marker");

        var list = client.raw("GET", REQUESTS, null, null);

        assertThat(list.json())
                .extracting(call -> call.path("method").asText() + " "
                        + call.path("path").asText() + " "
                        + call.path("write").asBoolean() + " "
                        + call.path("status").asInt())
                .containsExactly(
                        "POST /oauth/access_token false 200",
                        "GET /v2/settings/customer-authentication false 200",
                        "POST " + profiles + " true 201",
                        "GET /v2/authentication-realms false 200");
        assertThat(list.at("/1/store").asText()).isEqualTo(Seeds.DEMO_STORE.id());
        assertThat(list.at("/0/store").asText()).isEmpty();
        assertThat(list.body()).doesNotContain("marker", "app-client-secret", Seeds.CLIENT_SECRET);
    }

    @Test
    void only_later_calls_are_listed_when_asked_for() {
        client.get("/v2/authentication-realms");
        long last = commerce.requests().since(0).getLast().sequence();
        client.get("/v2/merchant-realm-mappings");

        assertThat(client.raw("GET", REQUESTS + "?since=" + last, null, null).json())
                .extracting(call -> call.path("path").asText())
                .containsExactly("/v2/merchant-realm-mappings");
        assertThat(client.raw("GET", REQUESTS + "?since=" + last + "&store=another", null, null)
                        .json())
                .isEmpty();
        assertThat(client.raw("GET", REQUESTS + "?since=x", null, null).status())
                .isEqualTo(400);
    }

    @Test
    void forgotten_calls_do_not_start_the_count_again() {
        long last = commerce.requests().since(0).getLast().sequence();

        client.raw("DELETE", REQUESTS, null, null);

        assertThat(commerce.requests().since(0)).isEmpty();
        client.get("/v2/authentication-realms");
        assertThat(commerce.requests().since(0))
                .singleElement()
                .satisfies(call -> assertThat(call.sequence()).isGreaterThan(last));
    }

    @Test
    void another_store_can_be_added_and_used() {
        var added = client.raw(
                "POST",
                "/_control/stores",
                "application/json",
                "{\"name\":\"third\",\"clientId\":\"third-id\",\"clientSecret\":\"third-secret\"}");

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body()).doesNotContain("third-secret");
        var third = CommerceClient.of(commerce, "third-id", "third-secret");
        assertThat(third.get("/v2/merchant-realm-mappings").text("/data/store_id"))
                .isEqualTo(added.text("/id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"clientId\":\"a\",\"clientSecret\":\"b\"}",
                "{\"name\":\"a\",\"clientSecret\":\"b\"}",
                "{\"name\":\"a\",\"clientId\":\"b\"}"
            })
    void an_incomplete_store_is_refused(String body) {
        assertThat(client.raw("POST", "/_control/stores", "application/json", body)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_client_id_belongs_to_one_store() {
        var body = "{\"name\":\"a\",\"clientId\":\"" + Seeds.CLIENT_ID + "\",\"clientSecret\":\"b\"}";

        assertThat(client.raw("POST", "/_control/stores", "application/json", body)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void the_state_masks_every_secret() {
        client.post(client.profiles(), profile("Cognito", provider.url("/good")));

        var state = client.raw("GET", "/_control/state", null, null);

        assertThat(state.at("/profiles")).hasSize(1);
        assertThat(state.at("/profiles"))
                .allMatch(profile -> profile.path("clientSecret").asText().equals("****"));
        assertThat(state.at("/keys"))
                .hasSize(3)
                .allMatch(key -> key.path("secret").asText().equals("****"));
        assertThat(state.at("/tokens").asInt()).isEqualTo(1);
        assertThat(state.body())
                .doesNotContain(
                        Seeds.CLIENT_SECRET,
                        "app-client-secret",
                        SecretDigest.of("app-client-secret").stored());
    }

    @Test
    void the_state_can_go_back_to_the_seeds() {
        client.buyerRealm();

        assertThat(client.raw("DELETE", "/_control/state", null, null).status()).isEqualTo(204);

        assertThat(commerce.stores().all()).containsExactly(Seeds.DEMO_STORE, Seeds.SECOND_STORE);
        assertThat(commerce.stores().realm(Seeds.DEMO_STORE.id(), RealmKind.BUYER))
                .isEmpty();
        assertThat(client.get("/v2/authentication-realms").status()).isEqualTo(401);
    }
}
