package io.integrationshub.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.integrationshub.contracts.Json;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.runtime.secrets.Secrets;
import io.integrationshub.sso.application.CommerceStores;
import io.integrationshub.sso.domain.OidcProfile;
import io.integrationshub.sso.fixtures.CommerceControl;
import io.integrationshub.sso.fixtures.Shop;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnRealInfra
class PlanPreviewIT {
    @Inject
    Secrets secrets;

    @Inject
    CommerceStores stores;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(secrets, stores);
    }

    @AfterEach
    void behave() {
        CommerceControl.noFaults();
    }

    @Test
    void aNewIntegrationShowsEveryRequestInOrderAndWhatIsNotKnownYet() {
        int before = shop.writes();

        preview()
                .statusCode(200)
                .body("applyable", equalTo(true))
                .body("complete", equalTo(true))
                .body(
                        "resource_changes.address",
                        contains(
                                "commerce.OidcProfile[BUYER]",
                                "commerce.AuthenticationRealm[BUYER]",
                                "commerce.MerchantRealmMapping",
                                "commerce.OidcProfile[MERCHANT]"))
                .body("resource_changes.change.actions.flatten()", contains("create", "update", "update", "create"))
                .body("resource_changes.requests.flatten().order", contains(120, 130, 140, 150))
                .body(
                        "resource_changes[0].requests[0].operation",
                        equalTo("POST " + shop.profilesPath(shop.buyerRealm)))
                .body("resource_changes[0].requests[0].idempotency", equalTo("never-repeat"))
                .body("resource_changes[0].requests[0].body.data.client_secret", equalTo("(sensitive value)"))
                .body("resource_changes[0].change.before", nullValue())
                .body("resource_changes[0].change.after.name", equalTo("Cognito"))
                .body("resource_changes[0].change.after_unknown.client_id", equalTo(true))
                .body("resource_changes[0].change.after_unknown.'callback-endpoint'", equalTo(true))
                .body("resource_changes[0].change.after_sensitive.client_secret", equalTo(true))
                .body("resource_changes[1].change.before.redirect_uris", empty())
                .body("resource_changes[1].change.after.redirect_uris", contains(shop.callbackUrls.toArray()))
                .body("resource_changes[2].change.before.prefix", nullValue())
                .body("resource_changes[2].change.after.prefix", equalTo(shop.prefix));

        assertThat(shop.writes()).isEqualTo(before);
        assertThat(shop.published()).isEmpty();
    }

    @Test
    void whatIsWiredAlreadyIsAnEmptyPlanThatStaysTheSame() {
        shop.wired();

        String first = preview()
                .body("resource_changes.change.actions.flatten()", everyItem(equalTo("no-op")))
                .body("resource_changes.requests.flatten()", empty())
                .extract()
                .path("plan_version");

        preview().body("plan_version", equalTo(first));
        shop.store.putRedirectUris(shop.store.realm(shop.buyerRealm), List.of());
        preview().body("plan_version", not(equalTo(first)));
    }

    @Test
    void thePlanIsWhatTheRunThenDoes() {
        shop.wired();
        shop.foreignProfile(shop.buyerRealm, "Okta");
        shop.profileName = "Renamed";
        shop.callbackUrls = List.of("https://shop.example/c");
        shop.merchantOn = false;
        int before = shop.writes();
        List<String> planned = preview()
                .body("resource_changes.change.actions.flatten()", contains("update", "update", "delete"))
                .body("resource_changes[0].change.before.name", equalTo("Cognito"))
                .body("resource_changes[0].change.after.name", equalTo("Renamed"))
                .extract()
                .path("resource_changes.requests.flatten().operation");

        shop.wired();

        assertThat(CommerceControl.writes(shop.id).stream().skip(before))
                .extracting(call ->
                        call.path("method").asText() + " " + call.path("path").asText())
                .containsExactlyElementsOf(planned);
    }

    @Test
    void whatWouldStopTheRunIsAnErrorWithItsRemedy() {
        shop.store.putPrefix(shop.store.merchantMapping().id(), "x" + shop.prefix.substring(1));

        preview()
                .body("applyable", equalTo(false))
                .body("errored", equalTo(true))
                .body("resource_changes[2].findings.code", contains("PREFIX_DIFFERS"))
                .body("resource_changes[2].findings.severity", contains("ERROR"))
                .body("resource_changes[2].requests", empty());

        shop.replacePrefix = true;
        preview()
                .body("applyable", equalTo(true))
                .body("resource_changes[2].findings.code", contains("PREFIX_REPLACED"));
    }

    @Test
    void takingOverAProfileOfOthersIsAWarning() {
        OidcProfile existing = shop.foreignProfile(shop.buyerRealm, "Cognito");

        preview()
                .body("applyable", equalTo(true))
                .body("resource_changes[0].change.actions", contains("update"))
                .body("resource_changes[0].requests[0].operation", containsString(existing.id()))
                .body("resource_changes[0].findings.code", contains("PROFILE_TAKEN_OVER"));
    }

    @Test
    void withoutAnAnswerOfCommerceThePlanSaysWhy() {
        CommerceControl.fault("deny", "GET", "/v2/merchant-realm-mappings", 1);

        preview()
                .statusCode(200)
                .body("complete", equalTo(false))
                .body("errored", equalTo(true))
                .body("failure.remedyId", equalTo("commerce-permission"))
                .body("resource_changes", empty());
    }

    @Test
    void onlyAdminsOfTheOwnStoreMayAskAndNothingMayBeMissing() {
        shop.wired();
        as(HubInfra.token(shop.id, "operator"), body()).statusCode(403);
        as(HubInfra.token("another-store", "admin"), body()).statusCode(404);

        Map<String, Object> body = body();
        body.remove("integrationId");
        body.put("spec", Map.of("commerce", Map.of("tokenUrl", "https://euwest.cm.elasticpath.com/"), "storeId", "x"));
        as(HubInfra.token(shop.id, "admin"), body).statusCode(400).body("errors.pointer", hasItem("/spec/storeId"));
        body.put("spec", Map.of("commerce", Map.of("tokenUrl", "https://euwest.cm.elasticpath.com/")));
        as(HubInfra.token(shop.id, "admin"), body)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/integrationId",
                                "/spec/userPool",
                                "/spec/buyer",
                                "/spec/merchant",
                                "/spec/commerce/clientId",
                                "/spec/commerce/clientSecret",
                                "/spec/commerce/tokenUrl"))
                .body("errors.code", hasItem("COMMERCE_MANAGER_HOST"));
    }

    @Test
    void aSecretSealedForAnotherIntegrationIsRefused() {
        Map<String, Object> body = body();
        body.put("integrationId", UUID.randomUUID());

        as(HubInfra.token(shop.id, "admin"), body)
                .statusCode(422)
                .body("errors.pointer", contains("/spec/commerce/clientSecret"));
    }

    private ValidatableResponse preview() {
        return as(HubInfra.token(shop.id, "admin"), body());
    }

    private Map<String, Object> body() {
        try {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("integrationId", shop.integration);
            body.put("generation", 7);
            body.put(
                    "spec",
                    Json.mapper()
                            .readValue(Json.mapper().writeValueAsString(shop.spec()), new TypeReference<Object>() {}));
            return body;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ValidatableResponse as(String token, Map<String, Object> body) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/plans")
                .then();
    }
}
