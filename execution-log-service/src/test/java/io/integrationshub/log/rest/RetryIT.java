package io.integrationshub.log.rest;

import static io.integrationshub.contracts.Publisher.PROVISIONER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.local.test.TopicAudit;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@HubService
class RetryIT {
    private final String store = "store-" + UUID.randomUUID();
    private final Story story = new Story(store);

    @Inject
    DataSource database;

    @AfterAll
    static void everyRecordIsAsPublished() {
        Hub.requireValidRecords();
    }

    @Test
    void aFailedExecutionIsAskedForAgainOnce() {
        failed();
        UUID id = story.execution().id();

        press(id, "{\"reason\":\"keys corrected\"}").then().statusCode(202).body("retryRequested", equalTo(true));

        Hub.eventually()
                .untilAsserted(() -> assertThat(announced(id)).singleElement().satisfies(entry -> {
                    assertThat(entry.key()).isEqualTo(story.integrationId.toString());
                    assertThat(entry.type()).isEqualTo("io.integrationshub.ExecutionRetryRequested.v1");
                    assertThat(entry.headers()).containsEntry("ce_storeid", store);
                    assertThat(entry.text())
                            .contains("\"trigger\":\"retry\"", "\"actor\":\"tester\"", "\"reason\":\"keys corrected\"");
                }));
        press(id, "{}").then().statusCode(409).body("code", equalTo("ALREADY_RETRIED"));
        Hub.get(store, "/api/executions/{id}", id).then().body("retryRequested", equalTo(true));
        Hub.eventually()
                .untilAsserted(() -> Hub.get(store, "/api/executions/{id}/logs", id)
                        .then()
                        .body("items.message", hasItem("Retry requested by tester: keys corrected")));
    }

    @Test
    void theNewExecutionIsNamedOnceItIsKnown() {
        failed();
        UUID id = story.execution().id();
        press(id, "{}").then().statusCode(202);

        Hub.publish(story.requested(2, Trigger.RETRY, id).events());
        Hub.awaitStatus(story, "QUEUED");

        press(id, "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("ALREADY_RETRIED"))
                .body("retriedBy", equalTo(story.execution().id().toString()));
        Hub.get(store, "/api/executions/{id}", id)
                .then()
                .body("retriedBy", equalTo(story.execution().id().toString()));
    }

    @Test
    void twentyPressesAtOnceAreOneRetry() throws Exception {
        failed();
        UUID id = story.execution().id();
        List<Callable<Integer>> presses = IntStream.range(0, 20)
                .<Callable<Integer>>mapToObj(i -> () -> press(id, "{}").statusCode())
                .toList();

        List<Integer> answers;
        try (ExecutorService people = Executors.newFixedThreadPool(20)) {
            answers = people.invokeAll(presses).stream().map(Future::resultNow).toList();
        }

        assertThat(answers)
                .containsOnlyOnce(202)
                .filteredOn(code -> code != 202)
                .containsOnly(409);
        Hub.eventually().untilAsserted(() -> assertThat(announced(id)).hasSize(1));
    }

    @Test
    void whatDidNotFailIsNotRetryable() {
        Hub.publish(story.requested(1, Trigger.CONFIGURED).straightThrough().events());
        Hub.awaitStatus(story, "SUCCEEDED");

        press(story.execution().id(), "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("RUN_NOT_RETRYABLE"))
                .body("detail", containsString("SUCCEEDED"));
    }

    @Test
    void anExecutionWithANewerOneIsSuperseded() {
        failed();
        UUID id = story.execution().id();
        Hub.publish(story.requested(2, Trigger.RECONFIGURED).events());
        Hub.awaitStatus(story, "QUEUED");

        press(id, "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("SUPERSEDED"))
                .body("executionId", equalTo(story.execution().id().toString()));
        preview(id)
                .then()
                .statusCode(200)
                .body("retryable", equalTo(false))
                .body("refusal.code", equalTo("SUPERSEDED"));

        Hub.publish(story.straightThrough().events());
        Hub.awaitStatus(story, "SUCCEEDED");
        press(id, "{\"revision\":\"SAME\"}").then().statusCode(409).body("code", equalTo("SUPERSEDED"));
        press(id, "{\"revision\":\"LATEST\"}").then().statusCode(202);
    }

    @Test
    void thePreviewSaysWhatIsReusedAndHoldsAsLongAsNothingHappens() {
        Hub.publish(story.requested(1, Trigger.CONFIGURED)
                .step(PROVISIONER, "Check AWS Connection", 20, 1, 0)
                .step(PROVISIONER, "Create User Pool", 40, 1, 1)
                .skipped(PROVISIONER, "Multi-factor Authentication", 45, 1)
                .failed(PROVISIONER, "User Pool Domain", 50, 1, Story.DENIED, null)
                .provisioningFailed("User Pool Domain")
                .events());
        Hub.awaitStatus(story, "FAILED");
        UUID id = story.execution().id();

        String version = preview(id)
                .then()
                .statusCode(200)
                .body("retryable", equalTo(true))
                .body("confirmationRequired", equalTo(false))
                .body(
                        "steps.name",
                        contains(
                                "Check AWS Connection",
                                "Create User Pool",
                                "Multi-factor Authentication",
                                "User Pool Domain"))
                .body("steps.effect", contains("READ_AGAIN", "REUSED", "NOT_NEEDED", "DONE_AGAIN"))
                .extract()
                .path("planVersion");

        press(id, "{\"planVersion\":\"another\"}").then().statusCode(409).body("code", equalTo("PLAN_CHANGED"));
        press(id, "{\"planVersion\":\"%s\"}".formatted(version)).then().statusCode(202);

        Hub.publish(story.requested(2, Trigger.RETRY, id)
                .step(PROVISIONER, "Check AWS Connection", 20, 1, 0)
                .step(PROVISIONER, "Create User Pool", 40, 1, 0)
                .step(PROVISIONER, "User Pool Domain", 50, 1, 1)
                .signInReady()
                .events());
        Hub.awaitStatus(story, "SUCCEEDED");
        Hub.get(store, "/api/executions/{id}/steps", story.execution().id())
                .then()
                .body("items.status", contains("SUCCEEDED", "SUCCEEDED", "REUSED", "SUCCEEDED"));
    }

    @Test
    void whatMayChangeTwiceWantsAConfirmation() {
        Failure silence = new Failure(
                ErrorClass.UNKNOWN_OUTCOME, "CREATE_UNANSWERED", "cognito", "AWS did not answer.", "aws-silent", null);
        Hub.publish(story.requested(1, Trigger.CONFIGURED)
                .failedFor("Create User Pool", silence)
                .events());
        Hub.awaitStatus(story, "FAILED");
        UUID id = story.execution().id();

        preview(id).then().body("confirmationRequired", equalTo(true)).body("steps.mayChangeTwice", contains(true));
        press(id, "{}").then().statusCode(409).body("code", equalTo("CONFIRMATION_REQUIRED"));
        press(id, "{\"confirmed\":true}").then().statusCode(202);
    }

    @Test
    void whatIsTooOldToBeKnownIsNotRetried() throws SQLException {
        failed();
        UUID id = story.execution().id();
        try (Connection connection = database.getConnection();
                PreparedStatement purge = connection.prepareStatement("delete from fact where execution_id = ?")) {
            purge.setObject(1, id);
            purge.executeUpdate();
        }

        press(id, "{}").then().statusCode(409).body("code", equalTo("HISTORY_PURGED"));
        preview(id).then().body("refusal.code", equalTo("HISTORY_PURGED")).body("steps", hasSize(0));
    }

    @Test
    void aViewerMayNotAndNobodyMayAddMembers() {
        failed();
        UUID id = story.execution().id();

        Hub.as(store, "viewer")
                .contentType("application/json")
                .body("{}")
                .post("/api/executions/{id}/retry", id)
                .then()
                .statusCode(403);
        press(id, "{\"status\":\"SUCCEEDED\"}").then().statusCode(400).body(containsString("/status"));
        press(id, "{\"reason\":\"" + "x".repeat(501) + "\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        press(id, "not json").then().statusCode(400).body(not(containsString("not json")));
        Hub.get(store, "/api/executions/{id}", id).then().body("retryRequested", equalTo(false));
    }

    @Test
    void theBodyMayBeLeftOut() {
        failed();

        Hub.as(store, "operator")
                .noContentType()
                .post("/api/executions/{id}/retry", story.execution().id())
                .then()
                .statusCode(202);
    }

    private Response preview(UUID id) {
        return Hub.get(store, "/api/executions/{id}/retry/preview", id);
    }

    private Response press(UUID id, String body) {
        return Hub.as(store, "operator")
                .contentType("application/json")
                .body(body)
                .post("/api/executions/{id}/retry", id);
    }

    private void failed() {
        Hub.publish(story.requested(1, Trigger.CONFIGURED)
                .failed(PROVISIONER, "List User Pool", 30, 1, Story.DENIED, null)
                .provisioningFailed("List User Pool")
                .events());
        Hub.awaitStatus(story, "FAILED");
    }

    private static List<TopicAudit.Entry> announced(UUID id) {
        return Hub.topics().stream()
                .filter(entry -> entry.topic().equals("hub.execution.events.v1"))
                .filter(entry -> id.toString().equals(entry.headers().get("ce_executionid")))
                .toList();
    }
}
