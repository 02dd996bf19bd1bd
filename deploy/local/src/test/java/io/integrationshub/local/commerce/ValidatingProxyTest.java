package io.integrationshub.local.commerce;

import static io.integrationshub.local.commerce.CommerceClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ValidatingProxyTest {

    private final CommerceStandIn commerce = CommerceStandIn.start(0, null);
    private final DiscoveryServer provider = new DiscoveryServer();
    private final ValidatingProxy proxy = ValidatingProxy.start(0, commerce.baseUrl());

    @AfterEach
    void stop() {
        proxy.close();
        provider.close();
        commerce.close();
    }

    @Test
    void what_is_right_goes_through_and_links_lead_through_the_proxy() {
        var client = throughProxy();

        var created = client.post(client.profiles(), profile("Cognito", provider.url("/good")));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("/links/callback-endpoint"))
                .startsWith(proxy.baseUrl().toString());
        assertThat(client.delete(client.profiles() + "/" + created.text("/data/id"))
                        .status())
                .isEqualTo(204);
        assertThat(proxy.conformance().violations()).isEmpty();
        assertThat(proxy.conformance().exchanges()).isEqualTo(5);
        assertThat(commerce.conformance().violations()).isEmpty();
    }

    @Test
    void a_sign_in_comes_back_through_the_proxy() {
        var client = throughProxy();
        client.put(
                "/v2/authentication-realms/" + client.buyerRealm(),
                "{\"data\":{\"type\":\"authentication-realm\",\"name\":\"Buyers\",\"redirect_uris\":[\"https://shop.example/\"]}}");
        var login = client.post(client.profiles(), profile("Cognito", provider.url("/good")))
                .text("/links/authorization-endpoint")
                .substring(proxy.baseUrl().toString().length());

        var answer = client.get(login + "&client_id=customers&redirect_uri=https%3A%2F%2Fshop.example%2F&state=abc"
                + "&response_type=code&scope=openid%20email&code_challenge_method=S256&code_challenge=xyz");

        assertThat(Call.form(URI.create(answer.location()).getRawQuery()).get("redirect_uri"))
                .startsWith(proxy.baseUrl() + "/oidc-idp/callback/");
        assertThat(proxy.conformance().violations()).isEmpty();
    }

    @Test
    void a_wrong_request_goes_through_and_is_told_without_its_values() {
        var client = throughProxy();
        var path = client.profiles();

        client.post(path, "{\"data\":{\"type\":\"oidc-profile\",\"client_secret\":\"marker\"}}");
        client.raw("POST", path + "?page=marker", "text/plain", "marker");
        client.raw("DELETE", "/v2/authentication-realms/1", null, null);

        assertThat(proxy.conformance().violations())
                .anyMatch(text -> text.contains("POST " + path + " 400 request: required at '/data/discovery_url'"))
                .anyMatch(text -> text.contains("request: mediaType"))
                .anyMatch(text -> text.contains("request: parameter at 'page'"))
                .anyMatch(text -> text.contains("DELETE /v2/authentication-realms/1"))
                .noneMatch(text -> text.contains("marker"));
        assertThat(commerce.conformance().violations())
                .containsExactlyElementsOf(proxy.conformance().violations());
    }

    @Test
    void a_wrong_answer_is_told() {
        commerce.faults().add(Fault.of(Fault.Kind.HTML, "GET", "/v2/merchant-realm-mappings", 1));

        throughProxy().raw("GET", "/v2/merchant-realm-mappings", null, null);

        assertThat(proxy.conformance().violations())
                .anyMatch(text -> text.contains("GET /v2/merchant-realm-mappings 502 answer: json"));
        assertThat(commerce.conformance().violations()).isEmpty();
    }

    @Test
    void the_result_can_be_asked_for() {
        var client = throughProxy();

        var told = client.raw("GET", "/_proxy/conformance", null, null);

        assertThat(told.json().path("exchanges").asInt()).isEqualTo(1);
        assertThat(told.json().path("violations")).isEmpty();
    }

    @Test
    void a_commerce_that_is_gone_is_a_bad_gateway() {
        var client = throughProxy();
        commerce.close();

        assertThat(client.raw("GET", "/v2/merchant-realm-mappings", null, null).status())
                .isEqualTo(502);
    }

    private CommerceClient throughProxy() {
        var anonymous = new CommerceClient(proxy.baseUrl(), "");
        var token = anonymous.token(
                "grant_type=client_credentials&client_id=" + Seeds.CLIENT_ID + "&client_secret=" + Seeds.CLIENT_SECRET);
        return new CommerceClient(proxy.baseUrl(), token.text("/access_token"));
    }
}
