package io.integrationshub.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.integrationshub.local.commerce.Seeds;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.runtime.secrets.Recipient;
import io.integrationshub.runtime.secrets.SecretContext;
import io.integrationshub.runtime.secrets.Secrets;
import io.integrationshub.sso.application.CommerceStores;
import io.integrationshub.sso.fixtures.CommerceControl;
import io.integrationshub.sso.fixtures.Shop;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnRealInfra
class ConnectionCheckIT {
    private static final String PATH = "/api/connection-checks";
    private static final String SETTINGS = "/v2/settings/customer-authentication";

    @Inject
    Secrets secrets;

    @Inject
    CommerceStores stores;

    private Shop shop;
    private final Map<String, Object> body = new HashMap<>();

    @BeforeEach
    void open() {
        shop = new Shop(secrets, stores);
        body.put("integrationId", shop.integration);
        body.put("tokenUrl", HubInfra.commerce().uri().toString());
        body.put("clientId", shop.clientId);
        body.put("clientSecret", sealed(shop.id, shop.integration, shop.commerceSecret));
        body.put("awsRegion", "eu-west-1");
    }

    @AfterEach
    void behave() {
        CommerceControl.noFaults();
    }

    @Test
    void aRightKeyShowsTheStoreAsItIs() {
        shop.foreignProfile(shop.buyerRealm, "Of the buyers");
        shop.store.putPrefix(shop.store.merchantMapping().id(), shop.prefix);
        int before = shop.writes();
        int calls = CommerceControl.calls(shop.id).size();

        check().statusCode(200)
                .body("ok", equalTo(true))
                .body("host", equalTo("localhost"))
                .body("region", nullValue())
                .body("storeId", equalTo(shop.id))
                .body("prefix", equalTo(shop.prefix))
                .body("realms.realm", contains("BUYER", "MERCHANT"))
                .body("realms.realmId", contains(shop.buyerRealm, shop.merchantRealm))
                .body("realms[0].profiles", contains("Of the buyers"))
                .body("realms[1].profiles", empty())
                .body("warnings", empty())
                .body("failure", nullValue())
                .body("calls", equalTo(7));
        assertThat(shop.writes()).isEqualTo(before);
        assertThat(CommerceControl.calls(shop.id)).hasSizeGreaterThan(calls);
    }

    @Test
    void rightsThatCannotBeTriedWithoutWritingAreUnknown() {
        check().body(status("access-token"), equalTo("GRANTED"))
                .body(status("oidc-profiles:read:merchant"), equalTo("GRANTED"))
                .body(status("authentication-realms:write"), equalTo("UNKNOWN"))
                .body(status("merchant-realm-mappings:write"), equalTo("UNKNOWN"));
    }

    @ParameterizedTest
    @CsvSource({
        "customer-authentication-settings:read, /v2/settings/customer-authentication",
        "authentication-realms:read:buyer, /v2/authentication-realms/BUYER",
        "oidc-profiles:read:buyer, /v2/authentication-realms/BUYER/oidc-profiles",
        "merchant-realm-mappings:read, /v2/merchant-realm-mappings",
        "authentication-realms:read:merchant, /v2/authentication-realms/MERCHANT",
        "oidc-profiles:read:merchant, /v2/authentication-realms/MERCHANT/oidc-profiles",
    })
    void eachMissingRightIsNamed(String right, String path) {
        String real = path.replace("BUYER", shop.buyerRealm).replace("MERCHANT", shop.merchantRealm);
        CommerceControl.fault("deny", "GET", real, 1);

        check().body("ok", equalTo(false))
                .body(status(right), equalTo("MISSING"))
                .body("failure.remedyId", equalTo("commerce-permission"))
                .body("failure.message", containsString(right));
    }

    @Test
    void aKeyOfTheOrganizationIsToldFromAMissingRight() {
        body.put("clientId", Seeds.ORGANIZATION_CLIENT_ID);
        body.put("clientSecret", sealed(shop.id, shop.integration, Seeds.ORGANIZATION_CLIENT_SECRET));

        check().body("ok", equalTo(false))
                .body("failure.code", equalTo("NOT_A_STORE_KEY"))
                .body("failure.remedyId", equalTo("commerce-store-key"))
                .body(status("access-token"), equalTo("GRANTED"))
                .body("realms", empty());
    }

    @Test
    void aWrongSecretIsToldWithoutRepeatingIt() {
        String wrong = "Marker-Wrong-Secret";
        body.put("clientSecret", sealed(shop.id, shop.integration, wrong));

        String answer = check().statusCode(200)
                .body("failure.remedyId", equalTo("commerce-credentials"))
                .body(status("access-token"), equalTo("MISSING"))
                .body("calls", equalTo(1))
                .extract()
                .asString();

        assertThat(answer).doesNotContain(wrong, (String) body.get("clientSecret"));
    }

    @Test
    void aSlowStoreIsGivenUpInTime() {
        CommerceControl.fault("slow", "GET", SETTINGS, -1, 20_000);

        check().statusCode(200)
                .body("ok", equalTo(false))
                .body(status("customer-authentication-settings:read"), equalTo("UNKNOWN"))
                .body("durationMs", lessThan(15_000));
    }

    @Test
    void aHostThatIsNotAllowedIsAnAnswerWithoutACall() {
        body.put("tokenUrl", "https://commerce.shop.example/oauth/access_token");

        check().statusCode(200)
                .body("ok", equalTo(false))
                .body("failure.code", equalTo("ORIGIN_NOT_ALLOWED"))
                .body("calls", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"store", "integration"})
    void aSecretSealedForAnotherPlaceIsRefused(String other) {
        body.put(
                "clientSecret",
                sealed(
                        other.equals("store") ? "another-store" : shop.id,
                        other.equals("integration") ? UUID.randomUUID() : shop.integration,
                        shop.commerceSecret));

        check().statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("/clientSecret"))
                .body("errors.code", hasItem("SECRET_UNREADABLE"));
    }

    @Test
    void anotherStoresIntegrationIsNotFound() {
        shop.wired();
        body.put("clientSecret", sealed("another-store", shop.integration, shop.commerceSecret));

        as(HubInfra.token("another-store", "admin")).statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "operator"})
    void otherRolesAreRefused(String role) {
        as(HubInfra.token(shop.id, role)).statusCode(403);
    }

    @Test
    void everythingMissingOrMalformedIsNamedAtOnce() {
        body.clear();
        body.put("tokenUrl", "https://euwest.cm.elasticpath.com/oauth/access_token");
        body.put("awsRegion", "eu-west-1.evil.example/");

        check().statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        hasItems("/integrationId", "/tokenUrl", "/clientId", "/clientSecret", "/awsRegion"))
                .body("errors.code", hasItem("COMMERCE_MANAGER_HOST"));
    }

    @Test
    void unknownMembersAreRefusedByName() {
        body.put("storeId", "another-store");

        check().statusCode(400).body("errors.pointer", hasItem("/storeId"));
    }

    private ValidatableResponse check() {
        return as(HubInfra.token(shop.id, "admin"));
    }

    private ValidatableResponse as(String token) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH)
                .then();
    }

    private static String status(String right) {
        return "checks.find { it.right == '" + right + "' }.status";
    }

    private String sealed(String store, UUID integration, String secret) {
        return secrets.seal(
                        Recipient.COMMERCE_SSO,
                        new SecretContext(store, integration, SecretContext.COMMERCE_CLIENT_SECRET),
                        secret)
                .ciphertext();
    }
}
