package io.integrationshub.local.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserTest {

    private static final String SHOP = "https://shop.example/oidc";
    private static final String QUERY = "&client_id=customers&redirect_uri=https%3A%2F%2Fshop.example%2Foidc"
            + "&response_type=code&scope=openid%20email&state=abc&code_challenge_method=S256&code_challenge=xyz";

    private final CommerceStandIn commerce = CommerceStandIn.start(0, null);
    private final DiscoveryServer provider = new DiscoveryServer();
    private final CommerceClient browser = new CommerceClient(commerce.baseUrl(), "");
    private Answer profile;

    @BeforeEach
    void profile() {
        var client = CommerceClient.of(commerce);
        client.put(
                "/v2/authentication-realms/" + client.buyerRealm(),
                "{\"data\":{\"type\":\"authentication-realm\",\"name\":\"Buyers\",\"redirect_uris\":[\"" + SHOP
                        + "\"]}}");
        profile = client.post(client.profiles(), CommerceClient.profile("Cognito", provider.url("/good")));
    }

    @AfterEach
    void stop() {
        provider.close();
        commerce.close();
    }

    @Test
    void a_sign_in_goes_on_to_the_provider() {
        var answer = browser.get(login() + QUERY + "&ui_locales=fr-CA");

        assertThat(answer.status()).isEqualTo(303);
        var location = URI.create(answer.location());
        assertThat(answer.location()).startsWith("https://idp.example/oauth2/authorize?");
        assertThat(Call.form(location.getRawQuery()))
                .containsEntry("client_id", "app-client")
                .containsEntry("redirect_uri", profile.text("/links/callback-endpoint"))
                .containsEntry("response_type", "code")
                .containsEntry("scope", "openid email")
                .containsEntry("ui_locales", "fr-CA")
                .hasEntrySatisfying(
                        "state", state -> assertThat(state).isNotEmpty().isNotEqualTo("abc"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https%3A%2F%2Fshop.example%2Foidc", "client_id=customers", "https%3A%2F%2Fshop.example%2Foidc&"
            })
    void without_a_right_client_and_redirect_address_nothing_is_sent_anywhere(String right) {
        var answer = browser.get(
                login() + QUERY.replace(right, right.replace("oidc", "oidc%2F").replace("customers", "other")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/error")).isEqualTo("invalid_request");
        assertThat(answer.text("/errorDescription")).isEqualTo(answer.text("/error_description"));
    }

    @ParameterizedTest
    @CsvSource({
        "response_type=code,response_type=token,unsupported_response_type",
        "&response_type=code,'',invalid_request",
        "scope=openid%20email,scope=openid,invalid_scope",
        "&scope=openid%20email,'',invalid_request",
        "code_challenge_method=S256,code_challenge_method=S1,invalid_request",
        "&code_challenge=xyz,'',invalid_request"
    })
    void any_other_mistake_goes_back_to_the_caller(String right, String wrong, String error) {
        var answer = browser.get(login() + QUERY.replace(right, wrong));

        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.location()).startsWith(SHOP + "?");
        assertThat(Call.form(URI.create(answer.location()).getRawQuery()))
                .containsEntry("error", error)
                .containsEntry("state", "abc");
    }

    @Test
    void a_missing_or_too_long_state_goes_back_to_the_caller() {
        for (var state : new String[] {"", "state=" + "x".repeat(2049)}) {
            assertThat(browser.get(login() + QUERY.replace("state=abc", state)).location())
                    .contains("error=invalid_request");
        }
    }

    @Test
    void an_unknown_profile_goes_back_to_the_caller() {
        var answer = browser.get(login().replace(profile.text("/data/id"), "unknown") + QUERY);

        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.location()).contains("error=invalid_request");
    }

    @Test
    void a_provider_that_is_gone_goes_back_to_the_caller() {
        provider.close();

        assertThat(browser.get(login() + QUERY).location()).contains("error=server_error");
    }

    @Test
    void the_callback_shows_that_a_code_arrived() {
        var callback = path(profile.text("/links/callback-endpoint"));

        assertThat(browser.raw("GET", callback + "?code=c&state=s", null, null).status())
                .isEqualTo(200);
        assertThat(browser.raw("GET", callback + "?error=access_denied", null, null)
                        .status())
                .isEqualTo(400);
        assertThat(browser.raw("GET", callback.replace(profile.text("/data/id"), "unknown"), null, null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_realm_has_a_discovery_document_of_its_own() {
        var answer = browser.get(path(profile.text("/links/client-discovery-url")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/authorization_endpoint"))
                .isEqualTo(profile.text("/links/authorization-endpoint").split("\\?", 2)[0]);
        assertThat(answer.text("/issuer") + "/.well-known/openid-configuration")
                .isEqualTo(profile.text("/links/client-discovery-url"));
    }

    @Test
    void a_realm_is_found_under_its_own_store_only() {
        var elsewhere = path(profile.text("/links/client-discovery-url"))
                .replace(Seeds.DEMO_STORE.id(), Seeds.SECOND_STORE.id());

        assertThat(browser.get(elsewhere).status()).isEqualTo(404);
        assertThat(browser.get(login().replace(Seeds.DEMO_STORE.id(), Seeds.SECOND_STORE.id()) + QUERY)
                        .status())
                .isEqualTo(400);
    }

    private String login() {
        return path(profile.text("/links/authorization-endpoint"));
    }

    private String path(String url) {
        return url.substring(commerce.baseUrl().toString().length());
    }
}
