package io.integrationshub.config;

import static io.integrationshub.local.test.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.config.application.WatchConfig;
import io.integrationshub.contracts.DriftKind;
import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.Realm;
import io.integrationshub.local.test.NextVersion;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the other services tell, as it is shown, streamed and healed. */
@QuarkusTest
class ObserveIT extends RunningService {

    @TestHTTPResource("/")
    URI address;

    @Inject
    WatchConfig watch;

    @Inject
    DataSource database;

    private final Hub admin = Hub.admin();

    @Test
    void anExecutionIsFollowedFromItsFirstStepToWhatExists() {
        JsonNode started = admin.configured();
        Outside outside = new Outside(admin.store(), started);
        shown(outside)
                .header("ETag", equalTo("\"2\""))
                .body("progress.state", equalTo("QUEUED"), "progress.number", equalTo(1))
                .body("conditions.find { it.type == 'Ready' }.status", equalTo("False"))
                .body("conditions.find { it.type == 'Ready' }.reason", equalTo("FirstExecution"));

        outside.step("List User Pool", 2);
        eventually(outside, "progress.state", "RUNNING");
        outside.ready(Realm.BUYER, Realm.MERCHANT);

        eventually(outside, "progress.state", "SUCCEEDED")
                .body("progress.steps", hasSize(1), "progress.steps[0].status", equalTo("SUCCEEDED"))
                .body("exists.userPool.id", equalTo("eu-west-1_aB3dE5fG7"))
                .body("exists.userPool.signInHost", equalTo("acme-shop.auth.eu-west-1.amazoncognito.com"))
                .body("exists.realms", hasSize(2), "exists.realms[0].signInLink", notNullValue())
                .body("conditions.find { it.type == 'Ready' }.status", equalTo("True"))
                .body("conditions.find { it.type == 'Synced' }.status", equalTo("True"))
                .body("conditions.find { it.type == 'CredentialsValid' }.status", equalTo("True"));
        admin.request()
                .get("/api/integrations")
                .then()
                .body("items[0].conditions", hasSize(8), "items[0].conditions[0].status", equalTo("True"));
    }

    @Test
    void aFailureIsShownWithItsStepItsCauseAndItsRemedy() {
        Outside outside = new Outside(admin.store(), admin.configured());

        outside.failed(ErrorClass.CREDENTIALS, "UnrecognizedClientException");

        eventually(outside, "progress.state", "FAILED")
                .body("progress.failedStep", equalTo("Check AWS Connection"))
                .body("progress.failure.remedyId", equalTo("aws-credentials"))
                .body("conditions.find { it.type == 'Terminal' }.status", equalTo("True"))
                .body("conditions.find { it.type == 'Terminal' }.reason", equalTo("UnrecognizedClientException"))
                .body("conditions.find { it.type == 'CredentialsValid' }.status", equalTo("False"));
    }

    @Test
    void anotherStoresEventChangesNothing() {
        JsonNode started = admin.configured();
        Outside outside = new Outside(admin.store(), started);

        new Outside("another-store", started).ready(Realm.BUYER);
        outside.step("List User Pool", 2);

        eventually(outside, "progress.state", "RUNNING").body("exists.realms", hasSize(0));
    }

    @Test
    void whatTheNextVersionPublishesIsTakenOrLeftAlone() {
        Outside outside = new Outside(admin.store(), admin.configured());
        NextVersion next = new NextVersion(admin.store(), UUID.fromString(outside.integration()));
        List<String> sent = next.publish(Publisher.PROVISIONER, Publisher.COMMERCE_SSO, Publisher.EXECUTION_LOG);

        outside.step("List User Pool", 2);

        eventually(outside, "progress.state", "RUNNING");
        await().until(() -> NextVersion.takenIn(database, sent) == sent.size());
        assertThat(next.deadLetters()).isEmpty();
    }

    @Test
    void theStreamTellsTheStateAtOnceAndWheneverItChanges() throws Exception {
        Outside outside = new Outside(admin.store(), admin.configured());
        HttpRequest request = HttpRequest.newBuilder(
                        address.resolve("/api/integrations/" + outside.integration() + "/events"))
                .header("Authorization", "Bearer " + admin.token())
                .build();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                assertThat(next(lines).at("/progress/state").asText()).isEqualTo("QUEUED");

                outside.failed(ErrorClass.INPUT, "LOCKED_FIELD");

                JsonNode state = next(lines);
                while (!state.at("/progress/state").asText().equals("FAILED")) {
                    state = next(lines);
                }
                assertThat(state.path("stateVersion").asText()).isNotBlank();
            }
            http.shutdownNow();
        }
        Hub.admin()
                .request()
                .get("/api/integrations/" + outside.integration() + "/events")
                .then()
                .statusCode(404);
    }

    @Test
    void oneStreamTooManyIsToldToAskAgainAndHasItsPlaceOnceAnotherEnds() throws Exception {
        Outside outside = new Outside(admin.store(), admin.configured());
        HttpRequest request = HttpRequest.newBuilder(
                        address.resolve("/api/integrations/" + outside.integration() + "/events"))
                .header("Authorization", "Bearer " + admin.token())
                .build();
        List<InputStream> open = new ArrayList<>();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<InputStream> refused = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            while (refused.statusCode() == 200) {
                open.add(refused.body());
                assertThat(open).as("there is a limit").hasSizeLessThanOrEqualTo(watch.streams());
                assertThat(refused.body().read()).as("the stream has begun").isPositive();
                refused = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            }
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(Hub.json(new String(refused.body().readAllBytes(), StandardCharsets.UTF_8))
                            .path("code")
                            .asText())
                    .isEqualTo("TOO_MANY_STREAMS");

            open.getFirst().close();

            await().until(() -> http.send(request, HttpResponse.BodyHandlers.ofInputStream())
                            .statusCode()
                    == 200);
            http.shutdownNow();
        }
    }

    @Test
    void aPersonHealsWhatDriftedAndNothingElse() {
        Outside outside = new Outside(admin.store(), admin.configured());
        String heal = "/api/integrations/" + outside.integration() + "/heal";
        admin.request().post(heal).then().statusCode(409).body("code", equalTo("EXECUTION_RUNNING"));
        outside.ready(Realm.BUYER);
        eventually(outside, "progress.state", "SUCCEEDED");
        admin.request().post(heal).then().statusCode(409).body("code", equalTo("NOTHING_TO_HEAL"));
        outside.drift("cognito.UserPoolClient", "CallbackURLs", DriftKind.CHANGED);
        eventually(outside, "conditions.find { it.type == 'DriftDetected' }.status", "True");
        Hub.as(admin.store(), "viewer").request().post(heal).then().statusCode(403);

        Hub operator = Hub.as(admin.store(), "operator");
        for (int i = 0; i < 2; i++) {
            operator.request()
                    .header("Idempotency-Key", "once")
                    .body("{\"reason\":\"somebody clicked\"}")
                    .post(heal)
                    .then()
                    .statusCode(202)
                    .body("executionNumber", equalTo(2), "generation", equalTo(1));
        }

        JsonNode event = Hub.json(Hub.records("hub.integration.events.v1", outside.integration(), 2)
                .get(1)
                .text());
        assertThat(event.at("/execution/trigger").asText()).isEqualTo("drift-heal");
        assertThat(event.at("/execution/reason").asText()).isEqualTo("somebody clicked");
        admin.request()
                .get("/api/integrations/" + outside.integration() + "/drift")
                .then()
                .statusCode(200)
                .body("drifted", equalTo(true), "looks[0].findings[0].field", equalTo("CallbackURLs"))
                .body("healed.number", equalTo(2));
    }

    @Test
    void aPolicyHealsByItselfOnceAndNotAgainWhenThatDoesNotHelp() {
        Outside outside = new Outside(admin.store(), healing());
        outside.ready(Realm.BUYER);
        outside.drift("cognito.UserPoolClient", "CallbackURLs", DriftKind.CHANGED);

        JsonNode event = Hub.json(Hub.records("hub.integration.events.v1", outside.integration(), 2)
                .get(1)
                .text());
        assertThat(event.at("/execution/trigger").asText()).isEqualTo("drift-heal");
        assertThat(event.at("/execution/actor").asText()).isEqualTo("hub");

        Outside second = outside.next(event.path("execution"));
        second.ready(Realm.BUYER);
        second.drift("cognito.UserPoolClient", "CallbackURLs", DriftKind.CHANGED);
        eventually(second, "conditions.find { it.type == 'DriftDetected' }.reason", "HealDidNotHelp")
                .body("progress.number", equalTo(2), "progress.state", equalTo("SUCCEEDED"));
    }

    @Test
    void aPausedIntegrationIsNotHealedByItself() {
        Outside outside = new Outside(admin.store(), healing());
        outside.ready(Realm.BUYER);
        eventually(outside, "progress.state", "SUCCEEDED");
        admin.request()
                .post("/api/integrations/" + outside.integration() + "/pause")
                .then()
                .statusCode(200);

        outside.drift("cognito.UserPoolClient", "CallbackURLs", DriftKind.CHANGED);

        eventually(outside, "conditions.find { it.type == 'DriftDetected' }.status", "True")
                .body("progress.number", equalTo(1));
    }

    @Test
    void aLookNowAsksBothSidesAndSaysWhichOneCannot() {
        Outside outside = new Outside(admin.store(), admin.configured());
        String path = "/api/integrations/" + outside.integration();
        Hub operator = Hub.as(admin.store(), "operator");
        operator.request()
                .post(path + "/drift-checks")
                .then()
                .statusCode(409)
                .body("code", equalTo("NOTHING_TO_COMPARE"));

        Neighbours.tell("/aws" + path + "/drift-checks", 200, """
                {"seenAt":"2026-11-26T02:00:00Z","findings":[{"resource":"cognito.UserPoolClient","field":"CallbackURLs",
                 "kind":"CHANGED","expected":["a"],"found":["b"]}]}""");

        operator.request()
                .post(path + "/drift-checks")
                .then()
                .statusCode(200)
                .body("checks[0].side", equalTo("AWS"), "checks[0].findings[0].found[0]", equalTo("b"))
                .body("checks[1].side", equalTo("COMMERCE"), "checks[1].problem.code", equalTo("NOTHING_TO_COMPARE"));
        Hub.as(admin.store(), "viewer")
                .request()
                .post(path + "/drift-checks")
                .then()
                .statusCode(403);
        Hub.admin().request().post(path + "/drift-checks").then().statusCode(404);
    }

    @Test
    void signInTrialsArePassedOn() {
        Outside outside = new Outside(admin.store(), admin.configured());
        String path = "/api/integrations/" + outside.integration() + "/sign-in-trials";
        admin.request().post(path).then().statusCode(409);
        Neighbours.tell("/commerce" + path, 200, """
                {"trials":[{"realm":"BUYER","link":"https://ep/authorize","hint":"Click it.","start":"COMMERCE",
                 "loginPage":true,"hops":[{"address":"https://ep/authorize","status":302}]}],"durationMs":12}""");

        admin.request()
                .post(path)
                .then()
                .statusCode(200)
                .body("trials[0].link", equalTo("https://ep/authorize"), "trials[0].hops[0].status", equalTo(302));
    }

    private JsonNode healing() {
        String draft = admin.completeDraft();
        Map<String, Object> page = new java.util.HashMap<>(Hub.configuration("", "", "acme-shop"));
        page.put("drift", Map.of("heal", true));
        admin.put(draft, "configuration", page).statusCode(200);
        return Hub.json(admin.finish(draft).statusCode(202));
    }

    private ValidatableResponse shown(Outside outside) {
        return admin.request()
                .get("/api/integrations/" + outside.integration())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse eventually(Outside outside, String path, String expected) {
        return await().until(
                        () -> Optional.of(shown(outside)),
                        found -> expected.equals(found.get().extract().path(path)))
                .get();
    }

    private static JsonNode next(BufferedReader lines) throws Exception {
        String line = lines.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = lines.readLine();
        }
        assertThat(line).as("the stream goes on").isNotNull();
        return Hub.json(line.substring("data:".length()));
    }
}
