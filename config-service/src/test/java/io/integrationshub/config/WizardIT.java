package io.integrationshub.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.local.test.TopicAudit;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WizardIT extends RunningService {
    private static final String TOPIC = "hub.integration.events.v1";

    @Inject
    DataSource database;

    private final Hub admin = Hub.admin();

    @Test
    void aFinishedWizardIsAnnouncedWithEverythingThatIsWanted() {
        String draft = admin.completeDraft();
        admin.request()
                .get("/api/drafts/" + draft)
                .then()
                .statusCode(200)
                .header("ETag", "\"5\"")
                .body("readyToFinish", equalTo(true), "missing", hasSize(0))
                .body("pages.configuration.complete", equalTo(true))
                .body("pages.configuration.userPool.name", equalTo("EPCC"))
                .body("pages.configuration.commerce.clientSecret.set", equalTo(true))
                .body("pages.configuration.commerce.clientSecret.updatedBy", equalTo("tester"))
                .body("pages.buyerOrganization.callbackUrls", hasSize(1))
                .body("pages.merchantOrganization.prefix", equalTo("acme"));

        JsonNode started = Hub.json(admin.finish(draft).statusCode(202));

        String integration = started.path("integrationId").asText();
        assertThat(started.path("executionNumber").asInt()).isEqualTo(1);
        assertThat(started.path("generation").asInt()).isEqualTo(1);
        assertThat(started.path("unchanged").asBoolean()).isFalse();
        assertThat(UUID.fromString(started.path("executionId").asText()).version())
                .isEqualTo(7);
        TopicAudit.Entry record = Hub.records(TOPIC, integration, 1).getFirst();
        assertThat(record.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/config-service")
                .containsEntry("ce_type", "io.integrationshub.IntegrationConfigured.v1")
                .containsEntry("ce_subject", integration)
                .containsEntry("ce_storeid", admin.store())
                .containsEntry("ce_executionid", started.path("executionId").asText())
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_id", "ce_time")
                .doesNotContainKey("ce_causationid");
        JsonNode event = Hub.json(record.text());
        assertThat(event.at("/execution/trigger").asText()).isEqualTo("configured");
        assertThat(event.at("/execution/actor").asText()).isEqualTo("tester");
        assertThat(event.at("/execution/reason").asText()).isEqualTo("first set-up");
        assertThat(event.at("/spec/commerce/tokenUrl").asText())
                .isEqualTo("https://euwest.api.elasticpath.com/oauth/access_token");
        assertThat(event.at("/spec/userPool/domainPrefix").asText()).isEqualTo("acme-shop");
        assertThat(event.at("/spec/buyer/callbackUrls/0").asText()).isEqualTo("https://shop.example.com/oidc");
        assertThat(event.at("/spec/merchant/prefix").asText()).isEqualTo("acme");
        admin.request().get("/api/drafts/" + draft).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        admin.request()
                .get("/api/integrations/" + integration)
                .then()
                .statusCode(200)
                .body("state", equalTo("ENABLED"), "generation", equalTo(1), "name", equalTo("EPCC"))
                .body("lastExecution.id", equalTo(started.path("executionId").asText()))
                .body("lastExecution.trigger", equalTo("configured"))
                .body("spec.configuration.aws.secretAccessKey.set", equalTo(true))
                .body("spec.configuration.aws.secretAccessKey.updatedAt", notNullValue());
    }

    @Test
    void aPageThatIsWrongTellsEverythingAndLosesNothing() {
        String draft = admin.completeDraft();

        admin.put(
                        draft,
                        "configuration",
                        Map.of("aws", Map.of("region", "nowhere"), "userPool", Map.of("domainPrefix", "AWS")))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID"))
                .body(
                        "errors.pointer",
                        hasItems(
                                "/commerce/clientId",
                                "/commerce/tokenUrl",
                                "/aws/accessKeyId",
                                "/aws/region",
                                "/userPool/domainPrefix",
                                "/userPool/oidcProfileName"))
                .body("errors", hasSize(6));

        admin.request()
                .get("/api/drafts/" + draft)
                .then()
                .header("ETag", "\"5\"")
                .body("readyToFinish", equalTo(true))
                .body("pages.configuration.userPool.domainPrefix", equalTo("acme-shop"));
    }

    @Test
    void anIncompleteDraftNamesItsPages() {
        JsonNode draft = admin.begin();

        admin.finish(draft.path("id").asText())
                .statusCode(409)
                .body("code", equalTo("DRAFT_INCOMPLETE"))
                .body("missing.page", hasItems("configuration", "buyer-organization", "merchant-organization"));

        assertThat(draft.path("readyToFinish").asBoolean()).isFalse();
        assertThat(draft.at("/pages/configuration/complete").asBoolean()).isFalse();
        assertThat(draft.at("/pages/templates/complete").asBoolean()).isTrue();
        assertThat(draft.path("missing")).hasSize(3);
    }

    @Test
    void reconfigureWithAnotherValueIsANewGenerationWithTheSameSecrets() {
        String integration = admin.configured().path("integrationId").asText();
        String draft = reconfigure(integration);
        admin.put(draft, "configuration", Hub.configuration("", "", "acme-two")).statusCode(200);

        JsonNode again = Hub.json(admin.finish(draft).statusCode(202));

        assertThat(again.path("generation").asInt()).isEqualTo(2);
        assertThat(again.path("executionNumber").asInt()).isEqualTo(2);
        List<TopicAudit.Entry> records = Hub.records(TOPIC, integration, 2);
        JsonNode first = Hub.json(records.get(0).text());
        JsonNode second = Hub.json(records.get(1).text());
        assertThat(second.at("/execution/trigger").asText()).isEqualTo("reconfigured");
        assertThat(second.at("/spec/userPool/domainPrefix").asText()).isEqualTo("acme-two");
        assertThat(second.at("/spec/aws/secretAccessKey").asText())
                .isEqualTo(first.at("/spec/aws/secretAccessKey").asText())
                .isNotBlank();
        assertThat(second.at("/spec/commerce")).isEqualTo(first.at("/spec/commerce"));
        admin.request()
                .get("/api/integrations/" + integration + "/revisions?limit=1")
                .then()
                .statusCode(200)
                .body("items.generation", equalTo(List.of(2)), "next", notNullValue());
    }

    @Test
    void finishingWithNothingChangedKeepsTheGeneration() {
        String integration = admin.configured().path("integrationId").asText();
        String draft = reconfigure(integration);
        admin.put(draft, "configuration", Hub.configuration("", " ", "acme-shop"))
                .statusCode(200);

        JsonNode again = Hub.json(admin.finish(draft).statusCode(202));

        assertThat(again.path("unchanged").asBoolean()).isTrue();
        assertThat(again.path("generation").asInt()).isEqualTo(1);
        assertThat(again.path("executionNumber").asInt()).isEqualTo(2);
        admin.request()
                .get("/api/integrations/" + integration + "/revisions")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void ofTwoReconfigurationsTheLaterLosesNothingOfTheEarlier() {
        String integration = admin.configured().path("integrationId").asText();
        String one = reconfigure(integration);
        String other = reconfigure(integration);
        admin.put(one, "merchant-organization", Map.of("enabled", false)).statusCode(200);
        admin.finish(one).statusCode(202);

        admin.finish(other).statusCode(409).body("code", equalTo("DRAFT_OVERTAKEN"));
    }

    @Test
    void ofManySimultaneousFinishesOneStartsAnExecution() throws Exception {
        String draft = admin.completeDraft();
        Callable<Integer> finish = () -> admin.finish(draft).extract().statusCode();

        List<Integer> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            answers = threads.invokeAll(Stream.generate(() -> finish).limit(8).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).containsOnlyOnce(202).allMatch(status -> status == 202 || status == 404);
        admin.request().get("/api/integrations").then().body("items.lastExecution.number", equalTo(List.of(1)));
    }

    @Test
    void theSameKeyGivesTheSameAnswer() {
        String draft = admin.completeDraft();
        String first = admin.request()
                .header("Idempotency-Key", "key-1")
                .post("/api/drafts/" + draft + "/finish")
                .then()
                .statusCode(202)
                .extract()
                .asString();

        String second = admin.request()
                .header("Idempotency-Key", "key-1")
                .post("/api/drafts/" + draft + "/finish")
                .then()
                .statusCode(202)
                .extract()
                .asString();

        assertThat(second).isEqualTo(first);
        admin.request()
                .header("Idempotency-Key", "key-1")
                .body("{\"reason\":\"another\"}")
                .post("/api/drafts/" + draft + "/finish")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        admin.request()
                .header("Idempotency-Key", "a b")
                .post("/api/drafts")
                .then()
                .statusCode(400);
        assertThat(Hub.as("store-" + UUID.randomUUID(), "admin")
                        .request()
                        .header("Idempotency-Key", "key-1")
                        .post("/api/drafts")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aRefusalLeavesTheKeyFree() {
        String draft = admin.begin().path("id").asText();
        admin.request()
                .header("Idempotency-Key", "k")
                .post("/api/drafts/" + draft + "/finish")
                .then()
                .statusCode(409);
        admin.put(draft, "configuration", Hub.configuration(Hub.CLIENT_SECRET, Hub.AWS_SECRET, "acme"))
                .statusCode(200);
        admin.put(draft, "merchant-organization", Map.of("enabled", true, "prefix", "acme"))
                .statusCode(200);

        admin.request()
                .header("Idempotency-Key", "k")
                .post("/api/drafts/" + draft + "/finish")
                .then()
                .statusCode(202);
    }

    @Test
    void aVersionThatIsNotTheLatestIsRefused() {
        String draft = admin.begin().path("id").asText();
        String page = "/api/drafts/" + draft + "/pages/templates";
        admin.request()
                .header("If-Match", "\"1\"")
                .body("{}")
                .put(page)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");

        admin.request()
                .header("If-Match", "\"1\"")
                .body("{}")
                .put(page)
                .then()
                .statusCode(412)
                .body("code", equalTo("VERSION_MISMATCH"));

        admin.request()
                .header("If-Match", "W/\"2\"")
                .body("{}")
                .put(page)
                .then()
                .statusCode(412);
        admin.request()
                .header("If-Match", "\"1\"")
                .delete("/api/drafts/" + draft)
                .then()
                .statusCode(412);
        admin.request()
                .header("If-Match", "\"1\"")
                .post("/api/drafts/" + draft + "/finish")
                .then()
                .statusCode(412);
        admin.request().header("If-Match", "*").body("{}").put(page).then().statusCode(200);
        admin.request().delete("/api/drafts/" + draft).then().statusCode(204);
        admin.request().delete("/api/drafts/" + draft).then().statusCode(404);
    }

    @Test
    void aPausedIntegrationTakesNoNewWork() {
        String integration = admin.configured().path("integrationId").asText();
        String path = "/api/integrations/" + integration;
        String draft = reconfigure(integration);
        admin.request()
                .body("{\"reason\":\"maintenance\"}")
                .post(path + "/pause")
                .then()
                .statusCode(200)
                .body("state", equalTo("PAUSED"), "pause.reason", equalTo("maintenance"));

        admin.finish(draft).statusCode(409).body("code", equalTo("INTEGRATION_PAUSED"));

        admin.request().post(path + "/pause").then().statusCode(200);
        admin.request()
                .post(path + "/resume")
                .then()
                .statusCode(200)
                .body("state", equalTo("ENABLED"), "pause", nullValue());
        admin.request().post(path + "/resume").then().statusCode(200);
        assertThat(Hub.records(TOPIC, integration, 3))
                .extracting(TopicAudit.Entry::type)
                .containsExactly(
                        "io.integrationshub.IntegrationConfigured.v1",
                        "io.integrationshub.IntegrationPaused.v1",
                        "io.integrationshub.IntegrationResumed.v1");
        admin.finish(draft).statusCode(202);
    }

    @Test
    void everyChangeIsAudited() throws SQLException {
        String integration = admin.configured().path("integrationId").asText();
        admin.request()
                .body("{\"reason\":\"holidays\"}")
                .post("/api/integrations/" + integration + "/pause")
                .then()
                .statusCode(200);

        List<String> trail = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select concat_ws(' ', actor, action, reason) from audit where store_id = ? order by seq")) {
            query.setString(1, admin.store());
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                trail.add(rows.getString(1));
            }
        }

        assertThat(trail)
                .containsExactly(
                        "tester DRAFT_BEGUN",
                        "tester PAGE_SAVED",
                        "tester PAGE_SAVED",
                        "tester PAGE_SAVED",
                        "tester PAGE_SAVED",
                        "tester CONFIGURED first set-up",
                        "tester PAUSED holidays");
    }

    @Test
    void listsComeInPartsNewestFirst() {
        List<String> made = Stream.generate(
                        () -> admin.configured().path("integrationId").asText())
                .limit(3)
                .toList();

        JsonNode first =
                Hub.json(admin.request().get("/api/integrations?limit=2").then().statusCode(200));
        JsonNode second = Hub.json(admin.request()
                .queryParam("cursor", first.path("next").asText())
                .queryParam("limit", 2)
                .get("/api/integrations")
                .then()
                .statusCode(200));

        assertThat(first.path("items").findValuesAsText("generation")).hasSize(2);
        assertThat(List.of(
                        first.at("/items/0/id").asText(),
                        first.at("/items/1/id").asText(),
                        second.at("/items/0/id").asText()))
                .isEqualTo(made.reversed());
        assertThat(second.path("next").isNull() || second.path("next").isMissingNode())
                .isTrue();
        for (String wrong :
                List.of("limit=0", "limit=201", "cursor=x", "cursor=JyBvciAxPTE", "cursor=" + "A".repeat(2000))) {
            admin.request()
                    .get("/api/integrations?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("BAD_PARAMETER"));
        }
        admin.request().get("/api/integrations?limit=x").then().statusCode(404).body("code", notNullValue());
    }

    private String reconfigure(String integration) {
        return admin.request()
                .post("/api/integrations/" + integration + "/reconfigure")
                .then()
                .statusCode(201)
                .body("pages.configuration.aws.secretAccessKey.set", equalTo(true))
                .body("integrationId", equalTo(integration), "missing", hasSize(0), "warnings", hasSize(0))
                .body("pages.buyerOrganization.callbackUrls", hasItem("https://shop.example.com/oidc"))
                .extract()
                .path("id");
    }
}
