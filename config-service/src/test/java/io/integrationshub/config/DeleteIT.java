package io.integrationshub.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.contracts.DeletionPolicy;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.PoolRemoved;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.local.test.TopicAudit;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeleteIT extends RunningService {
    private final Hub admin = Hub.admin();

    @Test
    void aDeletionIsConfirmedByNameAnnouncedAndEndsWhenThePoolIsRemoved() {
        String integration = admin.configured().path("integrationId").asText();
        String path = "/api/integrations/" + integration;
        String draft =
                admin.request().post(path + "/reconfigure").then().extract().path("id");
        delete(integration, Map.of("confirmation", "another", "policy", "RETAIN"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/confirmation"));

        JsonNode started = Hub.json(delete(integration, Map.of("confirmation", "EPCC", "policy", "RETAIN"))
                .statusCode(202));

        TopicAudit.Entry record =
                Hub.records("hub.integration.events.v1", integration, 2).get(1);
        assertThat(record.type()).isEqualTo("io.integrationshub.IntegrationDeleted.v1");
        assertThat(Hub.json(record.text()).at("/deletion/policy").asText()).isEqualTo("RETAIN");
        assertThat(Hub.json(record.text()).at("/execution/trigger").asText()).isEqualTo("deleted");
        admin.request().get(path).then().statusCode(200).body("state", equalTo("DELETING"));
        admin.finish(draft).statusCode(404);
        for (String change : new String[] {"/reconfigure", "/pause", "/resume"}) {
            admin.request().post(path + change).then().statusCode(409).body("code", equalTo("INTEGRATION_DELETED"));
        }
        delete(integration, Map.of("confirmation", "EPCC", "policy", "RETAIN")).statusCode(409);

        removed(integration, started, DeletionPolicy.RETAIN);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> admin.request().get(path).then().statusCode(200).body("state", equalTo("DELETED")));
        admin.request().get("/api/integrations").then().body("items", hasSize(0));
        admin.request().get(path + "/revisions").then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void aPausedIntegrationIsResumedFirstAndOthersDeleteNothing() {
        String integration = admin.configured().path("integrationId").asText();
        Map<String, Object> wish = Map.of("confirmation", "EPCC", "policy", "RETAIN");
        admin.request()
                .post("/api/integrations/" + integration + "/pause")
                .then()
                .statusCode(200);

        delete(integration, wish).statusCode(409).body("code", equalTo("INTEGRATION_PAUSED"));

        String path = "/api/integrations/" + integration + "/delete";
        Hub.as(admin.store(), "operator").request().body(wish).post(path).then().statusCode(403);
        Hub.admin().request().body(wish).post(path).then().statusCode(404);
    }

    private ValidatableResponse delete(String integration, Map<String, Object> wish) {
        return admin.request()
                .body(wish)
                .post("/api/integrations/" + integration + "/delete")
                .then();
    }

    private void removed(String integration, JsonNode started, DeletionPolicy outcome) {
        Execution execution = new Execution(
                UUID.fromString(started.path("executionId").asText()),
                started.path("executionNumber").asLong(),
                Trigger.DELETED,
                "tester",
                null,
                null,
                Instant.parse("2026-11-23T10:15:30Z"));
        Events.send(
                Publisher.PROVISIONER,
                admin.store(),
                integration,
                new PoolRemoved(1, execution, "eu-west-1_aB3dE5fG7", outcome, "as wanted"));
    }
}
