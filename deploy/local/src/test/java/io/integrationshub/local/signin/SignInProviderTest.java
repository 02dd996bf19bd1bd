package io.integrationshub.local.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInProviderTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static SignInProvider provider;

    @BeforeAll
    static void start() {
        provider = SignInProvider.start(0);
    }

    @AfterAll
    static void stop() {
        provider.close();
        HTTP.close();
    }

    @Test
    void clientCredentialsGiveTheStoreAndTheRolesAskedForSignedByThePublishedKey() throws Exception {
        String token = Tokens.bearer(provider.issuer(), "svc", "store-1", List.of("viewer", "operator"));

        JWTClaimsSet claims = verified(token);
        assertThat(claims.getIssuer()).isEqualTo(provider.issuer().toString());
        assertThat(claims.getSubject()).isEqualTo("svc");
        assertThat(claims.getAudience()).containsExactly("integrations-hub");
        assertThat(claims.getStringClaim("preferred_username")).isEqualTo("svc");
        assertThat(claims.getStringClaim("store_id")).isEqualTo("store-1");
        assertThat(claims.getStringListClaim("roles")).containsExactly("viewer", "operator");
    }

    @Test
    void aTokenWithoutStoreAndRolesHasNeither() throws Exception {
        String token = Tokens.bearer(provider.issuer(), "svc", "", List.of());

        assertThat(verified(token).getClaims()).doesNotContainKeys("store_id", "roles");
    }

    @Test
    void theLoginPageLeadsToATokenWithTheClaimsTyped() throws Exception {
        URI authorize = URI.create(
                provider.issuer()
                        + "/authorize?client_id=ui&response_type=code&scope=openid&state=s&nonce=n&redirect_uri=http://localhost/cb");
        assertThat(get(authorize)).contains("name=\"username\"", "name=\"claims\"", "store-demo");

        HttpResponse<String> login =
                post(authorize, "username=alice&claims=" + encode("{\"store_id\":\"store-9\",\"roles\":[\"admin\"]}"));

        String callback = login.headers().firstValue("Location").orElseThrow();
        String code = callback.replaceAll(".*[?&]code=([^&]+).*", "$1");
        HttpResponse<String> tokens = post(
                URI.create(provider.issuer() + "/token"),
                "grant_type=authorization_code&client_id=ui&client_secret=x&redirect_uri=http://localhost/cb&code="
                        + code);
        JWTClaimsSet claims = verified(json(tokens.body()).path("access_token").asText());
        assertThat(claims.getSubject()).isEqualTo("alice");
        assertThat(claims.getAudience()).containsExactly("integrations-hub");
        assertThat(claims.getStringClaim("store_id")).isEqualTo("store-9");
        assertThat(claims.getStringListClaim("roles")).containsExactly("admin");
    }

    private static JWTClaimsSet verified(String token) throws Exception {
        URI keys = URI.create(json(get(URI.create(provider.issuer() + "/.well-known/openid-configuration")))
                .path("jwks_uri")
                .asText());
        SignedJWT jwt = SignedJWT.parse(token);
        JWKSet published = JWKSet.parse(get(keys));
        assertThat(jwt.verify(new RSASSAVerifier(
                        published.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        return jwt.getJWTClaimsSet();
    }

    private static String get(URI uri) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    private static HttpResponse<String> post(URI uri, String form) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
