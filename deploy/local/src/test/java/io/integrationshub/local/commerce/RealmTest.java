package io.integrationshub.local.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealmTest {

    private static final String REALMS = "/v2/authentication-realms";

    private final CommerceStandIn commerce = CommerceStandIn.start(0, null);
    private final CommerceClient client = CommerceClient.of(commerce);
    private String realm;

    @BeforeEach
    void realm() {
        realm = REALMS + "/" + client.buyerRealm();
    }

    @AfterEach
    void stop() {
        commerce.close();
    }

    @Test
    void a_new_realm_has_the_defaults() {
        var answer = client.get(realm);

        assertThat(answer.text("/data/name")).isEqualTo("Buyer Organization");
        assertThat(answer.text("/data/duplicate_email_policy")).isEqualTo("allowed");
        assertThat(answer.at("/data/redirect_uris")).isEmpty();
        assertThat(answer.text("/links/self")).isEqualTo(commerce.baseUrl() + realm);
    }

    @Test
    void the_list_has_a_link_on_each_item_and_tells_realms_apart_by_origin() {
        client.get("/v2/merchant-realm-mappings");
        client.get("/v2/settings/account-authentication");

        var list = client.get(REALMS);

        assertThat(list.at("/data"))
                .extracting(item -> item.at("/relationships/origin/data/type").asText())
                .containsExactly(
                        "customer-authentication-settings",
                        "merchant-realm-mappings",
                        "account_authentication_settings");
        assertThat(list.at("/data"))
                .allMatch(item -> item.at("/links/self")
                        .asText()
                        .endsWith(REALMS + "/" + item.path("id").asText()));
        assertThat(list.at("/meta/results/total").asInt()).isEqualTo(3);
    }

    @Test
    void fields_not_sent_stay() {
        client.put(
                realm,
                body(",\"redirect_uris\":[\"https://shop.example/oidc\"],\"duplicate_email_policy\":\"api_only\""));

        var answer = client.put(realm, body(""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/data/redirect_uris"))
                .extracting(JsonNode::asText)
                .containsExactly("https://shop.example/oidc");
        assertThat(answer.text("/data/duplicate_email_policy")).isEqualTo("api_only");
        assertThat(client.get(realm).text("/data/name")).isEqualTo("Shoppers");
    }

    @Test
    void an_array_that_is_sent_replaces_the_old_one() {
        client.put(realm, body(",\"redirect_uris\":[\"https://a.example/\",\"https://b.example/\"]"));
        client.put(realm, body(",\"redirect_uris\":[\"https://c.example/\"]"));

        assertThat(client.get(realm).at("/data/redirect_uris"))
                .extracting(JsonNode::asText)
                .containsExactly("https://c.example/");
        assertThat(client.put(realm, body(",\"redirect_uris\":[]")).at("/data/redirect_uris"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example/oidc?x=1", "http://localhost:3000/oidc", "http://localhost/"})
    void https_and_localhost_may_start_a_sign_in(String uri) {
        assertThat(client.put(realm, body(",\"redirect_uris\":[\"" + uri + "\"]"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example/oidc",
                "http://127.0.0.1/oidc",
                "http://localhost.evil.example/",
                "https://shop.example/oidc#top",
                "https://shop.example/oidc#",
                "/oidc",
                "https:///oidc",
                "ftp://shop.example/",
                "javascript:alert(1)",
                "not a uri",
                ""
            })
    void any_other_redirect_uri_is_refused_and_changes_nothing(String uri) {
        var answer = client.put(realm, body(",\"redirect_uris\":[\"https://ok.example/\",\"" + uri + "\"]"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo("Validation failed: field 'RedirectURIs[1]' on the 'url' tag.");
        assertThat(client.get(realm).text("/data/name")).isEqualTo("Buyer Organization");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"data\":{\"name\":\"x\"}}|Type|required",
                "{\"data\":{\"type\":\"authentication-realm\"}}|Name|required",
                "{\"data\":{\"type\":\"authentication-realm\",\"name\":\"\"}}|Name|min",
                "{\"data\":{\"type\":\"authentication_realm\",\"name\":\"x\"}}|Type|eq",
                "{\"data\":{\"type\":\"authentication-realm\",\"name\":\"x\",\"duplicate_email_policy\":\"no\"}}|DuplicateEmailPolicy|oneof",
                "{\"data\":{\"type\":\"authentication-realm\",\"name\":\"x\",\"redirect_uris\":\"https://a.example\"}}|RedirectURIs|type",
                "{}|Data|required"
            })
    void a_broken_rule_is_named(String body, String field, String tag) {
        var answer = client.put(realm, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo("Validation failed: field '" + field + "' on the '" + tag + "' tag.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "{\"data\":{}} x", "{\"data\":{},\"data\":{}}"})
    void a_body_that_is_not_one_json_value_is_a_bad_request(String body) {
        assertThat(client.put(realm, body).status()).isEqualTo(400);
    }

    @Test
    void a_json_body_must_be_declared_as_such() {
        assertThat(client.call("PUT", realm, "text/plain", body("")).status()).isEqualTo(400);
    }

    @Test
    void realms_are_neither_created_nor_deleted() {
        assertThat(client.raw("POST", REALMS, "application/json", body("")).status())
                .isEqualTo(404);
        assertThat(client.raw("DELETE", realm, null, null).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/unknown", "/00000000-0000-4000-8000-000000000000"})
    void an_unknown_realm_is_not_found(String id) {
        var answer = client.get(REALMS + id);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.detail()).isEqualTo("Resource not found");
    }

    private static String body(String more) {
        return "{\"data\":{\"type\":\"authentication-realm\",\"name\":\"Shoppers\"" + more + "}}";
    }
}
