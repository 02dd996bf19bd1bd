package io.integrationshub.config;

import static io.integrationshub.local.test.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.contracts.DeletionPolicy;
import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.ExecutionRetryRequested;
import io.integrationshub.contracts.PoolRemoved;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.local.test.TopicAudit;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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

        await().untilAsserted(
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

    @Test
    void usersAndAPoolOfSomebodyElseNeedConsent() {
        String withUsers = admin.configured().path("integrationId").asText();
        pool(withUsers, "\"adopted\":false,\"estimatedUsers\":42");
        Map<String, Object> wish = Map.of("confirmation", "EPCC", "policy", "DELETE");
        delete(withUsers, wish)
                .statusCode(409)
                .body("code", equalTo("USERS_AT_STAKE"), "detail", containsString("About 42 users"));
        delete(withUsers, Map.of("confirmation", "EPCC", "policy", "DELETE", "withUsers", true))
                .statusCode(202);

        String adopted = admin.configured().path("integrationId").asText();
        pool(adopted, "\"adopted\":true,\"estimatedUsers\":0");
        delete(adopted, wish).statusCode(409).body("code", equalTo("POOL_ADOPTED"));
        delete(adopted, Map.of("confirmation", "EPCC", "policy", "RETAIN")).statusCode(202);

        JsonNode event = Hub.json(
                Hub.records("hub.integration.events.v1", withUsers, 2).get(1).text());
        assertThat(event.at("/deletion/withUsers").asBoolean()).isTrue();
        assertThat(event.at("/deletion/withAdopted").asBoolean()).isFalse();
    }

    @Test
    void aPoolThatCannotBeLookedAtMayHaveUsersAndOneThatIsGoneHasNone() {
        String failure =
                "\"adopted\":false,\"failure\":{\"errorClass\":\"%s\",\"code\":\"%s\",\"service\":\"cognito\",\"message\":\"m\",\"remedyId\":\"r\"}";
        Map<String, Object> wish = Map.of("confirmation", "EPCC", "policy", "DELETE");
        String hidden = admin.configured().path("integrationId").asText();
        pool(hidden, failure.formatted("CREDENTIALS", "UnrecognizedClientException"));
        delete(hidden, wish)
                .statusCode(409)
                .body("code", equalTo("USERS_AT_STAKE"), "detail", containsString("users may be in it"));

        String gone = admin.configured().path("integrationId").asText();
        pool(gone, failure.formatted("DRIFT", "POOL_GONE"));
        delete(gone, wish).statusCode(202);
    }

    @Test
    void aDeletionThatFailedIsRetriedOrAskedForAnew() {
        String integration = admin.configured().path("integrationId").asText();
        String path = "/api/integrations/" + integration;
        JsonNode started = Hub.json(delete(integration, Map.of("confirmation", "EPCC", "policy", "RETAIN"))
                .statusCode(202));
        Outside outside = new Outside(admin.store(), started);
        outside.failed(ErrorClass.CREDENTIALS, "commerce-401");
        await().untilAsserted(() -> admin.request()
                .get(path)
                .then()
                .body("state", equalTo("DELETING"), "progress.state", equalTo("FAILED")));

        Events.send(
                Publisher.EXECUTION_LOG,
                admin.store(),
                integration,
                new ExecutionRetryRequested(outside.execution().id(), Trigger.RETRY, "op", "keys are back", null));

        JsonNode retried = Hub.json(
                Hub.records("hub.integration.events.v1", integration, 3).get(2).text());
        assertThat(retried.at("/execution/retryOf").asText())
                .isEqualTo(outside.execution().id().toString());
        assertThat(retried.at("/deletion/policy").asText()).isEqualTo("RETAIN");
        Outside again = outside.next(retried.path("execution"));
        delete(integration, Map.of("confirmation", "EPCC", "policy", "RETAIN")).statusCode(409);
        again.failed(ErrorClass.CREDENTIALS, "commerce-401");
        await().untilAsserted(() -> admin.request().get(path).then().body("progress.state", equalTo("FAILED")));
        JsonNode anew = Hub.json(delete(integration, Map.of("confirmation", "EPCC", "policy", "DELETE"))
                .statusCode(202));
        removed(integration, anew, DeletionPolicy.DELETE);
        await().untilAsserted(() -> admin.request().get(path).then().body("state", equalTo("DELETED")));
    }

    private static void pool(String integration, String members) {
        Neighbours.tell(
                "/aws/api/integrations/" + integration + "/user-pool",
                200,
                "{\"userPoolId\":\"eu-west-1_aB3dE5fG7\",\"name\":\"EPCC\"," + members + "}");
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
