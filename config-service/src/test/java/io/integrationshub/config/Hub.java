package io.integrationshub.config;

import static io.integrationshub.local.test.Waits.await;
import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.local.test.TopicAudit;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The service as a hub front end uses it. */
public final class Hub {
    public static final String CLIENT_SECRET = "mArKeR+cOmMeRcE/sEcReT=0123456789";
    public static final String AWS_SECRET = "mArKeR/aWs+sEcReT/0123456789abcdefghijKL";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String store;
    private final String token;

    private Hub(String store, String... roles) {
        this.store = store;
        this.token = HubInfra.token(store, roles);
    }

    /** Someone of this store. */
    public static Hub as(String store, String... roles) {
        return new Hub(store, roles);
    }

    /** An admin of a store nobody else uses. */
    public static Hub admin() {
        return new Hub("store-" + UUID.randomUUID(), "admin");
    }

    public String store() {
        return store;
    }

    public String token() {
        return token;
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** A new draft; the answer's JSON. */
    public JsonNode begin() {
        return json(request().body("{}").post("/api/drafts").then().statusCode(201));
    }

    /** Stores a page. */
    public ValidatableResponse put(String draft, String page, Object body) {
        return request()
                .body(body)
                .put("/api/drafts/" + draft + "/pages/" + page)
                .then();
    }

    public ValidatableResponse finish(String draft) {
        return request()
                .body("{\"reason\":\"first set-up\"}")
                .post("/api/drafts/" + draft + "/finish")
                .then();
    }

    /** Begins a draft and fills in all pages; its id. */
    public String completeDraft() {
        String draft = begin().path("id").asText();
        put(draft, "configuration", configuration(CLIENT_SECRET, AWS_SECRET, "acme-shop"))
                .statusCode(200);
        put(
                        draft,
                        "buyer-organization",
                        Map.of("enabled", true, "callbackUrls", List.of("https://shop.example.com/oidc")))
                .statusCode(200);
        put(draft, "merchant-organization", Map.of("enabled", true, "prefix", "acme"))
                .statusCode(200);
        put(draft, "templates", Map.of()).statusCode(200);
        return draft;
    }

    /** A finished integration; the answer to finish. */
    public JsonNode configured() {
        return json(finish(completeDraft()).statusCode(202));
    }

    /** Records of an integration on all topics, once there are this many. */
    public static List<TopicAudit.Entry> records(String topic, String integrationId, int atLeast) {
        return await().until(
                        () -> TopicAudit.read(HubInfra.kafka().address()).stream()
                                .filter(each -> each.topic().equals(topic))
                                .filter(each -> integrationId.equals(each.key()))
                                .toList(),
                        found -> found.size() >= atLeast);
    }

    public static Map<String, Object> configuration(String clientSecret, String awsSecret, String domain) {
        return Map.of(
                "commerce",
                        Map.of(
                                "clientId", "client-id",
                                "clientSecret", clientSecret,
                                "tokenUrl", "euwest.api.elasticpath.com/oauth/<access_token>"),
                "aws",
                        Map.of(
                                "accessKeyId", "AKIAIOSFODNN7EXAMPLE",
                                "secretAccessKey", awsSecret,
                                "region", "eu-west-1"),
                "userPool", Map.of("domainPrefix", domain, "oidcProfileName", "Acme"));
    }

    public static JsonNode json(ValidatableResponse response) {
        return json(response.extract().asString());
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }
}
