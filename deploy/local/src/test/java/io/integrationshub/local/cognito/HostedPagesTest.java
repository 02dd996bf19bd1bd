package io.integrationshub.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;

class HostedPagesTest {
    private static final String CALLBACK = "https://shop.example.com/callback";

    @RegisterExtension
    final StandInFixture fixture = new StandInFixture();

    private String poolId;
    private String clientId;

    @BeforeEach
    void aPoolWithAClient() {
        poolId = fixture.poolNamed("EPCC");
        clientId = fixture.cognito()
                .createUserPoolClient(client -> client.userPoolId(poolId)
                        .clientName("EPCC")
                        .generateSecret(true)
                        .allowedOAuthFlowsUserPoolClient(true)
                        .allowedOAuthFlows(OAuthFlowType.CODE)
                        .allowedOAuthScopes("openid", "email")
                        .supportedIdentityProviders("COGNITO")
                        .callbackURLs(CALLBACK))
                .userPoolClient()
                .clientId();
    }

    @Test
    void discoveryHasNoLoginEndpointsWithoutADomain() {
        var document = StandInFixture.json(fixture.get("/" + poolId + "/.well-known/openid-configuration"));

        assertThat(document.path("issuer").asText()).isEqualTo(fixture.standIn().endpoint() + "/" + poolId);
        assertThat(document.has("authorization_endpoint")).isFalse();
        assertThat(document.has("token_endpoint")).isFalse();
    }

    @Test
    void discoveryNamesTheLoginEndpointsOfAnActiveDomain() {
        fixture.domain(poolId, "shop-one");

        var document = StandInFixture.json(fixture.get("/" + poolId + "/.well-known/openid-configuration"));

        assertThat(document.path("authorization_endpoint").asText())
                .isEqualTo(fixture.standIn().endpoint() + "/_domain/shop-one/oauth2/authorize");
        assertThat(document.path("token_endpoint_auth_methods_supported").toString())
                .contains("client_secret_basic");
    }

    @Test
    void theKeySetHoldsARealRsaKey() {
        var key = StandInFixture.json(fixture.get("/" + poolId + "/.well-known/jwks.json"))
                .path("keys")
                .path(0);

        BigInteger modulus =
                new BigInteger(1, Base64.getUrlDecoder().decode(key.path("n").asText()));
        assertThat(modulus.bitLength()).isEqualTo(2048);
        assertThat(key.path("kid").asText()).isNotBlank();
    }

    @Test
    void anUnknownPoolHasNoDiscovery() {
        var response = fixture.get("/eu-west-1_unknown00/.well-known/openid-configuration");

        assertThat(response.statusCode()).isEqualTo(404);
    }

    @Test
    void aValidRequestLeadsToTheLoginPage() {
        fixture.domain(poolId, "shop-one");

        var authorize = authorize(clientId, CALLBACK, "code", "openid email");
        var login = fixture.get(authorize.headers().firstValue("Location").orElseThrow());

        assertThat(authorize.statusCode()).isEqualTo(302);
        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.body()).contains("cognitoSignInForm");
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com/callback/, code,  openid, /_domain/shop-one/error?error=redirect_mismatch",
        "https://shop.example.com/callback,  token, openid, https://shop.example.com/callback?error=invalid_request",
        "https://shop.example.com/callback,  code,  phone,  https://shop.example.com/callback?error=invalid_request",
    })
    void anInvalidRequestIsRefused(String redirectUri, String responseType, String scope, String location) {
        fixture.domain(poolId, "shop-one");

        var response = authorize(clientId, redirectUri, responseType, scope);

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location").orElseThrow()).startsWith(location);
    }

    @Test
    void anUnknownClientGetsTheErrorPage() {
        fixture.domain(poolId, "shop-one");

        var response = authorize("unknown", CALLBACK, "code", "openid");
        var page = fixture.get(response.headers().firstValue("Location").orElseThrow());

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Client does not exist.");
    }

    @Test
    void aClientThatLostItsOAuthMembersIsRefused() {
        fixture.domain(poolId, "shop-one");
        fixture.cognito()
                .updateUserPoolClient(update -> update.userPoolId(poolId)
                        .clientId(clientId)
                        .callbackURLs(CALLBACK)
                        .supportedIdentityProviders("COGNITO"));

        var response = authorize(clientId, CALLBACK, "code", "openid");

        assertThat(response.headers().firstValue("Location").orElseThrow())
                .startsWith(CALLBACK + "?error=unauthorized_client");
    }

    @Test
    void aClientWithoutIdentityProvidersHasNoLoginPage() {
        fixture.domain(poolId, "shop-one");
        fixture.cognito()
                .updateUserPoolClient(
                        update -> update.userPoolId(poolId).clientId(clientId).callbackURLs(CALLBACK));

        var response = authorize(clientId, CALLBACK, "code", "openid");

        assertThat(response.headers().firstValue("Location").orElseThrow())
                .contains("/error?error=Login+pages+unavailable");
    }

    @Test
    void managedLoginHasNoPageWithoutABrandingStyle() {
        fixture.domain(poolId, "shop-one");
        fixture.cognito()
                .updateUserPoolDomain(
                        domain -> domain.userPoolId(poolId).domain("shop-one").managedLoginVersion(2));

        var response = fixture.get(authorize(clientId, CALLBACK, "code", "openid")
                .headers()
                .firstValue("Location")
                .orElseThrow());

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("Login pages unavailable");
        fixture.cognito()
                .createManagedLoginBranding(
                        style -> style.userPoolId(poolId).clientId(clientId).useCognitoProvidedValues(true));
        assertThat(fixture.get(authorize(clientId, CALLBACK, "code", "openid")
                                .headers()
                                .firstValue("Location")
                                .orElseThrow())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aDomainThatDoesNotExistAnswersNothing() {
        var response = authorize(clientId, CALLBACK, "code", "openid");

        assertThat(response.statusCode()).isEqualTo(404);
    }

    @Test
    void theErrorPageEscapesWhatItShows() {
        fixture.domain(poolId, "shop-one");

        var page = fixture.get("/_domain/shop-one/error?error=%3Cscript%3Ealert(1)%3C/script%3E");

        assertThat(page.body()).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    private HttpResponse<String> authorize(String client, String redirectUri, String responseType, String scope) {
        return fixture.send(HttpRequest.newBuilder(URI.create(fixture.standIn().endpoint()
                        + "/_domain/shop-one/oauth2/authorize?client_id=" + client + "&redirect_uri="
                        + encode(redirectUri) + "&response_type=" + responseType + "&scope=" + encode(scope)))
                .build());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
