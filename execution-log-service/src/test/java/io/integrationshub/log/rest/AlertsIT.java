package io.integrationshub.log.rest;

import static io.integrationshub.contracts.Publisher.PROVISIONER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.integrationshub.contracts.IntegrationPaused;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.integrationshub.log.WebhookReceiver;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody is told. */
@QuarkusTest
@HubService
class AlertsIT {
    private final String store = "store-" + UUID.randomUUID();
    private final String path = "/" + UUID.randomUUID();

    @Inject
    MockMailbox mailbox;

    @Test
    void aWebhookTellsOfAFailureOnceAndIsSigned() throws Exception {
        String rule = rule(store, path, "\"trigger\":\"EXECUTION_FAILED\"");
        fail();
        fail();

        Hub.eventually().untilAsserted(() -> received().then().body("$", hasSize(1)));

        Map<String, String> headers = received().path("[0].headers");
        String body = received().path("[0].body");
        assertThat(body).contains("\"type\":\"EXECUTION_FAILED\"", "cognito/UnrecognizedClientException", store);
        Mac store = mac(Base64.getDecoder().decode(WebhookReceiver.SIGNING_KEY));
        Mac signing = mac(store.doFinal(bytes("integrations-hub/webhook/1/" + this.store)));
        byte[] signature =
                signing.doFinal(bytes(headers.get("webhook-id") + "." + headers.get("webhook-timestamp") + "." + body));
        assertThat(headers.get("webhook-signature"))
                .isEqualTo("v1," + Base64.getEncoder().encodeToString(signature));
        notices(this.store, rule).then().body("items", hasSize(1)).body("items[0].state", equalTo("SENT"));
    }

    @Test
    void whatCannotBeDeliveredIsSaid() {
        String rule = rule(store, "/broken" + path, "\"trigger\":\"CONNECTION_ERROR\"");
        fail();

        Hub.eventually()
                .untilAsserted(() -> notices(store, rule)
                        .then()
                        .body("items.state", contains("FAILED"))
                        .body("items[0].problem", containsString("503")));
    }

    @Test
    void aMailTellsOfALine() {
        String address = "ops-" + UUID.randomUUID() + "@example.com";
        make(store, """
                {"name":"Warnings","trigger":"LOG_LEVEL","threshold":"WARN","channel":"EMAIL","target":"%s"}""".formatted(address)).then().statusCode(201);
        Hub.publish(recent().requested(1, Trigger.CONFIGURED)
                .log(PROVISIONER, "List User Pool", 30, 1, 1, "slow\r\nBcc: everybody@example.com")
                .events());

        Hub.eventually()
                .untilAsserted(() -> assertThat(mailbox.getMailsSentTo(address))
                        .singleElement()
                        .satisfies(mail -> {
                            assertThat(mail.getSubject()).contains("Warnings");
                            assertThat(mail.getText()).contains("slow Bcc: everybody@example.com");
                        }));
    }

    @Test
    void pausesStartsDurationsAndCompletionsAreTold() {
        String paused = rule(store, path, "\"trigger\":\"INSTANCE_DISABLED\"");
        String started = rule(store, path, "\"trigger\":\"EXECUTION_STARTED\"");
        String took = rule(store, path, "\"trigger\":\"EXECUTION_DURATION\",\"threshold\":\"1\"");
        String tookLong = rule(store, path, "\"trigger\":\"EXECUTION_DURATION\",\"threshold\":\"999999999\"");
        String completed = rule(store, path, "\"trigger\":\"EXECUTION_COMPLETED\"");
        String removed = rule(store, path, "\"trigger\":\"INSTANCE_REMOVED\"");
        Story story = recent().requested(1, Trigger.CONFIGURED).straightThrough();
        story.say(Publisher.CONFIG, new IntegrationPaused(1, "alice", null));
        Hub.publish(story.deletionRequested(2)
                .started(PROVISIONER, "Remove", 30, 1)
                .poolRemoved()
                .events());

        Hub.eventually().untilAsserted(() -> {
            for (String rule : new String[] {paused, started, took, completed, removed}) {
                notices(store, rule).then().body("items.state", contains("SENT"));
            }
        });
        notices(store, paused).then().body("items.message", hasItem("The integration was paused by alice."));
        notices(store, tookLong).then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/x",
                "https://127.0.0.1/x",
                "https://2130706433/x",
                "https://[::1]/x",
                "https://localhost/x",
                "https://user@hooks.example.com/x",
                "https://hooks.example.com:8443/x",
                "https://hooks.example.com/x#y",
                "http://localhost:1/x",
                "file:///etc/passwd",
                "https://hooks.example.com%00.evil/x"
            })
    void aWebhookLeadsToAPublicAddress(String target) {
        make(store, """
                {"name":"x","trigger":"EXECUTION_FAILED","channel":"WEBHOOK","target":"%s"}""".formatted(target)).then().statusCode(422).body("errors.pointer", contains("/target"));
    }

    @Test
    void allThatIsMissingIsToldAtOnce() {
        make(store, "{}")
                .then()
                .statusCode(422)
                .body("code", equalTo("INVALID"), "errors.pointer", contains("/name", "/trigger", "/channel"));
        make(store, "null").then().statusCode(422).body("errors.code", contains("REQUIRED"));
    }

    @Test
    void aNameThatLeadsToAPrivateAddressIsNotCalled() {
        String rule = make(store, """
                {"name":"x","trigger":"EXECUTION_FAILED","channel":"WEBHOOK","target":"https://localhost.localdomain/x"}""").path("id");
        Hub.as(store, "admin")
                .contentType("application/json")
                .post("/api/alert-rules/{id}/test", rule)
                .then()
                .statusCode(202);

        Hub.eventually()
                .untilAsserted(() -> notices(store, rule)
                        .then()
                        .body("items.state", contains("FAILED"))
                        .body("items[0].problem", containsString("public internet")));
    }

    @Test
    void rulesAreTheStoresOwnAndForAdmins() {
        String rule = rule(store, path, "\"trigger\":\"EXECUTION_FAILED\"");

        Hub.as(store, "operator").get("/api/alert-rules").then().statusCode(403);
        Hub.as("another-store", "admin")
                .get("/api/alert-rules/{id}", rule)
                .then()
                .statusCode(404);
        Hub.as("another-store", "admin")
                .delete("/api/alert-rules/{id}", rule)
                .then()
                .statusCode(404);
        Hub.as(store, "admin").get("/api/alert-rules").then().body("items.id", contains(rule));
        make(store, """
                {"name":"x","trigger":"LOG_LEVEL","channel":"EMAIL","target":"a@b.example, c@d.example"}""").then().statusCode(422).body("errors.pointer", contains("/threshold", "/target"));
        Hub.as(store, "admin").delete("/api/alert-rules/{id}", rule).then().statusCode(204);
        Hub.as(store, "admin").get("/api/alert-rules").then().body("items", hasSize(0));
    }

    /** Makes a rule that posts to this path of the receiver; answers its id. */
    static String rule(String store, String path, String members) {
        return make(store, body("Told", path, members))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Gives a rule another name, and this path. */
    static Response change(String store, String rule, String path, String name) {
        return Hub.as(store, "admin")
                .contentType("application/json")
                .body(body(name, path, "\"trigger\":\"EXECUTION_FAILED\""))
                .put("/api/alert-rules/{id}", rule);
    }

    private static String body(String name, String path, String members) {
        return "{\"name\":\"%s\",%s,\"channel\":\"WEBHOOK\",\"target\":\"%s%s\"}"
                .formatted(name, members, origin(), path);
    }

    private static String origin() {
        return ConfigProvider.getConfig().getValue("hub.log.alerts.local-origins", String.class);
    }

    static Response notices(String store, String rule) {
        return Hub.as(store, "admin").get("/api/alert-rules/{id}/notices", rule);
    }

    private static Response make(String store, String body) {
        return Hub.as(store, "admin").contentType("application/json").body(body).post("/api/alert-rules");
    }

    private Response received() {
        return RestAssured.get(origin() + path);
    }

    /** Of now: what was said before somebody rebuilt the log is not told, and another test does. */
    private Story recent() {
        return new Story(store, UUID.randomUUID(), Instant.now());
    }

    private void fail() {
        Story story = recent().requested(1, Trigger.CONFIGURED).failedFor("List User Pool", Story.DENIED);
        Hub.publish(story.events());
        Hub.awaitStatus(story, "FAILED");
    }

    private static Mac mac(byte[] key) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
