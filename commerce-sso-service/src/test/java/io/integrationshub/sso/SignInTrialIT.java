package io.integrationshub.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.integrationshub.local.test.HubInfra;
import io.integrationshub.runtime.secrets.Secrets;
import io.integrationshub.sso.application.CommerceStores;
import io.integrationshub.sso.fixtures.Provider;
import io.integrationshub.sso.fixtures.Shop;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnRealInfra
class SignInTrialIT {
    private static final String SHOPPERS = "trials.find { it.realm == 'BUYER' }.";
    private static final String STAFF = "trials.find { it.realm == 'MERCHANT' }.";

    @Inject
    Secrets secrets;

    @Inject
    CommerceStores stores;

    @ConfigProperty(name = Provider.SETTING)
    String provider;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(secrets, stores);
        shop.discoveryUrl = discovery("login");
    }

    @Test
    void bothRealmsReachTheLoginPageAndNothingIsWritten() {
        shop.wired();
        int before = shop.writes();

        tryOut().statusCode(200)
                .body("trials.realm", contains("BUYER", "MERCHANT"))
                .body("trials.loginPage", everyItem(equalTo(true)))
                .body("trials.failure", everyItem(nullValue()))
                .body(SHOPPERS + "start", equalTo("COMMERCE"))
                .body(SHOPPERS + "hops.status", contains(303, 302, 200))
                .body(SHOPPERS + "hops[1].address", equalTo(provider + "/login/oauth2/authorize"))
                .body(SHOPPERS + "hops[2].address", equalTo(provider + "/login/login"))
                .body(SHOPPERS + "hint", containsString("https://shop.example/a"))
                .body(STAFF + "start", equalTo("IDENTITY_PROVIDER"))
                .body(STAFF + "hops.status", contains(302, 200));

        assertThat(shop.writes()).isEqualTo(before);
    }

    @Test
    void theLinkOfShoppersIsWhatAStorefrontWouldOpen() {
        shop.wired();

        String link = tryOut().extract().path(SHOPPERS + "link");

        assertThat(link)
                .startsWith(HubInfra.commerce().uri() + "/oidc-idp/login/stores/" + shop.id)
                .contains(
                        "client_id=customers",
                        "redirect_uri=https%3A%2F%2Fshop.example%2Fa",
                        "response_type=code",
                        "code_challenge_method=S256",
                        "elasticpath_commerce_cloud_profile_id="
                                + shop.buyerProfiles().getFirst().id());
        assertThat(tryOut().extract().<String>path(SHOPPERS + "link")).isNotEqualTo(link);
    }

    @ParameterizedTest
    @CsvSource({
        "mismatch, CALLBACK_NOT_REGISTERED, DRIFT, sign-in-callback",
        "scope, PROVIDER_REFUSED_SIGN_IN, DRIFT, sign-in-check",
        "unavailable, NO_LOGIN_PAGE, TRANSIENT, sign-in-check",
        "metadata, SIGN_IN_HOST_NOT_ALLOWED, DRIFT, sign-in-host",
        "elsewhere, SIGN_IN_HOST_NOT_ALLOWED, DRIFT, sign-in-host",
        "loop, NO_LOGIN_PAGE, TRANSIENT, sign-in-check",
    })
    void whatStandsInTheWayAtTheProviderIsTold(String behaviour, String code, String errorClass, String remedy) {
        shop.discoveryUrl = discovery(behaviour);
        shop.wired();

        tryOut().statusCode(200)
                .body("trials.loginPage", everyItem(equalTo(false)))
                .body("trials.failure.code", contains(code, code))
                .body("trials.failure.errorClass", contains(errorClass, errorClass))
                .body("trials.failure.remedyId", contains(remedy, remedy));
    }

    @Test
    void aStorefrontUrlThatWasRemovedAtCommerceIsTold() {
        shop.wired();
        shop.store.putRedirectUris(shop.store.realm(shop.buyerRealm), List.of());

        tryOut().body(SHOPPERS + "failure.code", equalTo("REDIRECT_URI_UNKNOWN"))
                .body(SHOPPERS + "failure.remedyId", equalTo("buyer-redirect-uri"))
                .body(SHOPPERS + "hops.status", contains(400))
                .body(STAFF + "loginPage", equalTo(true));
    }

    @Test
    void aProfileThatIsGoneIsTold() {
        shop.wired();
        shop.store.deleteProfile(
                shop.merchantRealm, shop.merchantProfiles().getFirst().id());

        tryOut().body(STAFF + "failure.code", equalTo("PROFILE_GONE"))
                .body(STAFF + "failure.message", startsWith("The OIDC profile of the MERCHANT realm is gone"))
                .body(SHOPPERS + "loginPage", equalTo(true));
    }

    @Test
    void withoutAStorefrontNoShopperCanSignIn() {
        shop.callbackUrls = List.of();
        shop.merchantOn = false;
        shop.wired();

        tryOut().body("trials.realm", contains("BUYER"))
                .body("trials[0].failure.code", equalTo("NO_STOREFRONT_URL"))
                .body("trials[0].link", nullValue())
                .body("trials[0].hops", empty());
    }

    @Test
    void onlyOperatorsAndAdminsOfTheOwnStoreMayAskAndOnlyWhatIsWired() {
        tryOut().statusCode(404);
        shop.wired();
        as(HubInfra.token(shop.id, "operator")).statusCode(200);
        as(HubInfra.token(shop.id, "viewer")).statusCode(403);
        as(HubInfra.token("another-store", "admin")).statusCode(404);

        shop.delete();

        tryOut().statusCode(409).body("code", equalTo("DELETED"));
    }

    private String discovery(String behaviour) {
        return provider + "/" + behaviour + "/.well-known/openid-configuration";
    }

    private ValidatableResponse tryOut() {
        return as(HubInfra.token(shop.id, "admin"));
    }

    private ValidatableResponse as(String token) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .post("/api/integrations/" + shop.integration + "/sign-in-trials")
                .then();
    }
}
