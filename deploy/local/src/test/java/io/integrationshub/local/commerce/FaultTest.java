package io.integrationshub.local.commerce;

import static io.integrationshub.local.commerce.CommerceClient.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

    private final CommerceStandIn commerce = CommerceStandIn.start(0, null);
    private final DiscoveryServer provider = new DiscoveryServer();
    private final CommerceClient client = CommerceClient.of(commerce);
    private String realm;
    private String profiles;

    @BeforeEach
    void realm() {
        realm = client.buyerRealm();
        profiles = client.profiles();
    }

    @AfterEach
    void stop() {
        provider.close();
        commerce.close();
    }

    @Test
    void a_throttled_call_answers_429_and_executes_nothing() {
        commerce.faults().add(Fault.of(Fault.Kind.THROTTLE, "POST", ".*/oidc-profiles", 1));

        var answer = create();

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.body()).isEqualTo("{\"errors\":[{\"status\":429,\"title\":\"Too Many Requests\"}]}");
        assertThat(commerce.stores().profiles(realm)).isEmpty();
        assertThat(create().status()).isEqualTo(201);
    }

    @Test
    void an_internal_error_carries_a_request_id() {
        commerce.faults().add(Fault.of(Fault.Kind.ERROR500, null, ".*", 1));

        var answer = create();

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.detail()).isEqualTo("there was a problem processing your request");
        assertThat(answer.text("/errors/0/request_id")).isNotEmpty();
        assertThat(commerce.stores().profiles(realm)).isEmpty();
    }

    @Test
    void a_dropped_reply_leaves_the_work_done() {
        commerce.faults().add(Fault.of(Fault.Kind.DROP_REPLY, "POST", ".*/oidc-profiles", 1));

        assertThatThrownBy(() ->
                        client.send("POST", profiles, "application/json", profile("Cognito", provider.url("/good"))))
                .isInstanceOf(IOException.class);

        assertThat(commerce.stores().profiles(realm)).hasSize(1);
        assertThat(commerce.requests().writes()).singleElement().satisfies(request -> {
            assertThat(request.status()).isEqualTo(201);
            assertThat(request.fault()).isEqualTo("DROP_REPLY");
        });
    }

    @Test
    void a_denied_call_is_forbidden() {
        commerce.faults().add(Fault.of(Fault.Kind.DENY, "GET", "/v2/settings/.*", 1));

        assertThat(client.get("/v2/settings/customer-authentication").body())
                .isEqualTo("{\"errors\":[{\"status\":403,\"title\":\"Forbidden\"}]}");
    }

    @Test
    void expired_tokens_stay_invalid_and_a_new_one_works() {
        commerce.faults().add(Fault.of(Fault.Kind.EXPIRE_TOKEN, null, ".*/oidc-profiles", 1));

        assertThat(create().status()).isEqualTo(401);
        assertThat(create().status()).isEqualTo(401);
        assertThat(CommerceClient.of(commerce).get(profiles).status()).isEqualTo(200);
    }

    @Test
    void a_gateways_page_comes_in_place_of_json() {
        commerce.faults().add(Fault.of(Fault.Kind.HTML, null, ".*", 1));

        var answer = client.raw("GET", profiles, null, null);

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    }

    @Test
    void a_slow_write_holds_its_object() {
        commerce.faults().add(Fault.slow("PUT", ".*", 2, Duration.ofSeconds(1)));
        var path = "/v2/authentication-realms/" + realm;
        var body = "{\"data\":{\"type\":\"authentication-realm\",\"name\":\"Buyers\"}}";

        var one = CompletableFuture.supplyAsync(() -> client.put(path, body));
        var other = CompletableFuture.supplyAsync(() -> client.put(path, body));

        assertThat(Stream.of(one, other).map(CompletableFuture::join).map(Answer::status))
                .containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void a_fault_hits_only_what_it_names_and_as_often_as_it_says() {
        commerce.faults().add(Fault.of(Fault.Kind.DENY, "GET", ".*/oidc-profiles", 2));

        assertThat(client.get("/v2/authentication-realms").status()).isEqualTo(200);
        assertThat(create().status()).isEqualTo(201);
        assertThat(client.get(profiles).status()).isEqualTo(403);
        assertThat(client.get(profiles).status()).isEqualTo(403);
        assertThat(client.get(profiles).status()).isEqualTo(200);
    }

    @Test
    void a_negative_count_lasts_until_it_is_cleared() {
        commerce.faults().add(Fault.of(Fault.Kind.DENY, null, ".*", -1));
        for (int i = 0; i < 5; i++) {
            assertThat(client.get(profiles).status()).isEqualTo(403);
        }

        commerce.faults().clear();

        assertThat(client.get(profiles).status()).isEqualTo(200);
    }

    @Test
    void the_token_call_can_misbehave_too() {
        commerce.faults().add(Fault.of(Fault.Kind.THROTTLE, "POST", "/oauth/access_token", 1));

        assertThat(client.token("grant_type=client_credentials").status()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"throttle", "error500", "slow", "drop-reply", "deny", "expire-token", "html"})
    void faults_are_asked_for_listed_and_cleared_over_http(String kind) {
        var asked = client.raw(
                "POST",
                "/_control/faults",
                "application/json",
                "{\"method\":\"PUT\",\"pathPattern\":\"/v2/.*\",\"kind\":\"" + kind + "\",\"times\":3,\"delayMs\":7}");

        assertThat(asked.status()).isEqualTo(201);
        assertThat(client.raw("GET", "/_control/faults", null, null).body())
                .isEqualTo("[{\"method\":\"PUT\",\"pathPattern\":\"/v2/.*\",\"kind\":\"" + kind
                        + "\",\"times\":3,\"delayMs\":7}]");
        assertThat(client.raw("DELETE", "/_control/faults", null, null).status())
                .isEqualTo(204);
        assertThat(commerce.faults().pending()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"other\"}",
                "{}",
                "{",
                "{\"kind\":\"deny\",\"pathPattern\":\"(\"}",
                "{\"kind\":\"deny\",\"times\":0}",
                "{\"kind\":\"slow\",\"delayMs\":-1}"
            })
    void a_fault_that_makes_no_sense_is_refused(String body) {
        assertThat(client.raw("POST", "/_control/faults", "application/json", body)
                        .status())
                .isEqualTo(400);
        assertThat(commerce.faults().pending()).isEmpty();
    }

    private Answer create() {
        return client.post(profiles, profile("Cognito", provider.url("/good")));
    }
}
