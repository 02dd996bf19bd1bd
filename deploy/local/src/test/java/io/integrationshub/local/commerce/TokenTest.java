package io.integrationshub.local.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

    private static final String RIGHT =
            "grant_type=client_credentials&client_id=local-commerce-client-id&client_secret=local-commerce-client-secret";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final CommerceStandIn commerce = CommerceStandIn.start(0, null, clock(), Duration.ofHours(1));
    private final CommerceClient anonymous = new CommerceClient(commerce.baseUrl(), "");

    @AfterEach
    void stop() {
        commerce.close();
    }

    @Test
    void the_right_key_gets_a_flat_token_for_an_hour() {
        var answer = anonymous.token(RIGHT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/expires_in").asLong()).isEqualTo(3600);
        assertThat(answer.at("/expires").asLong())
                .isEqualTo(now.get().plusSeconds(3600).getEpochSecond());
        assertThat(answer.text("/token_type")).isEqualTo("Bearer");
        assertThat(answer.text("/identifier")).isEqualTo("client_credentials");
        assertThat(answer.json().has("data")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local-commerce-client-id", "local-commerce-client-secret"})
    void a_wrong_id_or_secret_is_unauthorized(String right) {
        var answer = anonymous.token(RIGHT.replace("=" + right, "=wrong"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"errors\":[{\"title\":\"Unauthorized\",\"status\":\"401\"}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "grant_type=client_credentials",
                "grant_type=client_credentials&client_id=local-commerce-client-id",
                "grant_type=client_credentials&client_secret=local-commerce-client-secret",
                "client_id=local-commerce-client-id&client_secret=local-commerce-client-secret",
                "grant_type=password&client_id=local-commerce-client-id&client_secret=local-commerce-client-secret",
                "grant_type=client_credentials&client_id=&client_secret=local-commerce-client-secret"
            })
    void a_missing_field_or_another_grant_is_a_bad_request(String form) {
        var answer = anonymous.token(form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"errors\":[{\"title\":\"Bad Request\",\"status\":\"400\"}]}");
    }

    @Test
    void the_form_must_be_sent_as_a_form() {
        assertThat(anonymous
                        .call("POST", "/oauth/access_token", "application/json", RIGHT)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_token_is_good_until_it_expires() {
        var client = CommerceClient.of(commerce);
        now.updateAndGet(instant -> instant.plusSeconds(3599));
        assertThat(client.get("/v2/authentication-realms").status()).isEqualTo(200);

        now.updateAndGet(instant -> instant.plusSeconds(1));
        var answer = client.get("/v2/authentication-realms");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo("{\"errors\":[{\"status\":401,\"title\":\"Unable to validate access token\"}]}");
    }

    @Test
    void an_earlier_token_stays_valid_beside_a_new_one() {
        var first = CommerceClient.of(commerce);
        CommerceClient.of(commerce);

        assertThat(first.get("/v2/merchant-realm-mappings").status()).isEqualTo(200);
    }

    @Test
    void an_unknown_bearer_is_told_from_none() {
        var unknown = new CommerceClient(commerce.baseUrl(), "guessed").get("/v2/merchant-realm-mappings");
        var none = anonymous.get("/v2/merchant-realm-mappings");

        assertThat(unknown.text("/errors/0/title")).isEqualTo("Unable to validate access token");
        assertThat(unknown.at("/errors/0/status").isInt()).isTrue();
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.text("/errors/0/title")).isEqualTo("Unauthorized");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/settings/customer-authentication",
                "/v2/settings/account-authentication",
                "/v2/merchant-realm-mappings",
                "/v2/authentication-realms"
            })
    void an_organizations_key_is_forbidden_where_a_store_is_implied(String path) {
        var answer = organization().get(path);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"errors\":[{\"status\":403,\"title\":\"Forbidden\"}]}");
    }

    @Test
    void an_organizations_key_finds_no_realm_by_id() {
        var realm = CommerceClient.of(commerce).buyerRealm();

        assertThat(organization().get("/v2/authentication-realms/" + realm).status())
                .isEqualTo(404);
    }

    private CommerceClient organization() {
        return CommerceClient.of(commerce, Seeds.ORGANIZATION_CLIENT_ID, Seeds.ORGANIZATION_CLIENT_SECRET);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
