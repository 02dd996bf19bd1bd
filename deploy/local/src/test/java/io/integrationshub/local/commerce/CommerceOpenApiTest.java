package io.integrationshub.local.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommerceOpenApiTest {

    private static final CommerceOpenApi API = CommerceOpenApi.load();
    private static final String REALM = "/v2/authentication-realms/45928070-44a6-448b-8246-a85aa35320af";
    private static final String PROFILE = """
            {"data":{"type":"oidc-profile","name":"Cognito","discovery_url":"https://idp.example/.well-known/openid-configuration",
            "client_id":"id","client_secret":"very-secret"}}""";

    @Test
    void a_complete_profile_request_is_right() {
        assertThat(API.validateRequest("POST", REALM + "/oidc-profiles", PROFILE))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "name", "discovery_url", "client_id", "client_secret"})
    void each_of_the_five_profile_fields_is_required_although_the_file_says_two(String field) {
        var body = PROFILE.replace('"' + field + '"', "\"other\"");

        assertThat(API.validateRequest("PUT", REALM + "/oidc-profiles/1", body))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.field()).isEqualTo("/data/" + field);
                    assertThat(violation.keyword()).isEqualTo("required");
                });
    }

    @Test
    void a_discovery_url_that_is_no_uri_breaks_the_format() {
        var body = PROFILE.replace("https://idp.example/", "not a uri");

        assertThat(API.validateRequest("POST", REALM + "/oidc-profiles", body))
                .extracting(Violation::field, Violation::keyword)
                .containsExactly(tuple("/data/discovery_url", "format"));
    }

    @Test
    void violations_never_repeat_the_value() {
        var body = PROFILE.replace("\"very-secret\"", "{\"oops\":\"very-secret\"}")
                .replace("\"oidc-profile\"", "\"very-secret\"")
                .replace("https://idp.example/.well-known/openid-configuration", "very-secret very-secret");

        assertThat(API.validateRequest("POST", REALM + "/oidc-profiles", body))
                .hasSize(3)
                .noneMatch(violation -> violation.toString().contains("very-secret"));
    }

    @Test
    void the_token_reply_is_flat() {
        var flat = """
                {"expires":1524486008,"identifier":"client_credentials","expires_in":3600,"access_token":"x","token_type":"Bearer"}""";

        assertThat(API.validateResponse("POST", "/oauth/access_token", 200, flat))
                .isEmpty();
        assertThat(API.validateResponse("POST", "/oauth/access_token", 200, "{\"data\":" + flat + "}"))
                .isNotEmpty();
    }

    @Test
    void the_token_request_needs_a_secret() {
        assertThat(API.validateRequest(
                        "POST", "/oauth/access_token", "{\"grant_type\":\"client_credentials\",\"client_id\":\"a\"}"))
                .extracting(Violation::member)
                .containsExactly("client_secret");
    }

    @Test
    void a_profile_response_never_carries_the_client_secret() {
        var profile = """
                {"data":{"id":"c8849022-c9c6-4888-9ca8-2bb78f445fb0","type":"oidc-profile","name":"n","client_id":"i",
                "discovery_url":"https://a.example/d","meta":{"issuer":"https://a.example"}%s}}""";

        assertThat(API.validateResponse("GET", REALM + "/oidc-profiles/1", 200, profile.formatted("")))
                .isEmpty();
        assertThat(API.validateResponse(
                        "GET", REALM + "/oidc-profiles/1", 200, profile.formatted(",\"client_secret\":\"s\"")))
                .isNotEmpty();
    }

    @Test
    void the_status_of_an_error_may_be_text_or_number() {
        assertThat(API.validateResponse("GET", REALM, 404, "{\"errors\":[{\"title\":\"a\",\"status\":\"404\"}]}"))
                .isEmpty();
        assertThat(API.validateResponse("GET", REALM, 429, "{\"errors\":[{\"title\":\"a\",\"status\":429}]}"))
                .isEmpty();
        assertThat(API.validateResponse("GET", REALM, 404, "{\"errors\":[{\"title\":\"a\"}]}"))
                .isNotEmpty();
    }

    @Test
    void the_prefix_of_a_mapping_may_be_null_in_a_response_and_not_in_a_request() {
        var response = """
                {"data":{"id":"0c45e4ec-26e0-4043-86e4-c15b9cf985a0","type":"merchant-realm-mappings","prefix":null,
                "realm_id":"r","store_id":"s"}}""";

        assertThat(API.validateResponse("GET", "/v2/merchant-realm-mappings", 200, response))
                .isEmpty();
        assertThat(API.validateRequest(
                        "PUT",
                        "/v2/merchant-realm-mappings/1",
                        "{\"data\":{\"type\":\"merchant-realm-mappings\",\"prefix\":null}}"))
                .extracting(Violation::field)
                .containsExactly("/data/prefix");
    }

    @Test
    void what_no_file_documents_is_a_violation() {
        assertThat(API.validateRequest("DELETE", REALM, null))
                .extracting(Violation::keyword)
                .containsExactly("operation");
        assertThat(API.validateResponse("GET", REALM, 418, "{}"))
                .extracting(Violation::keyword)
                .containsExactly("status");
        assertThat(API.validateRequest("PUT", REALM, "{broken"))
                .extracting(Violation::keyword)
                .containsExactly("json");
        assertThat(API.validateRequest("PUT", REALM, ""))
                .extracting(Violation::keyword)
                .containsExactly("body");
    }
}
