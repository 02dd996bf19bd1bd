package io.integrationshub.log.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A bad night: five hundred failures of three causes, and one press that mends them. */
@QuarkusTest
@HubService
class BulkRetryIT {
    private static final int FAILURES = 500;
    private static final int RECOVERED = 20;
    private static final List<Failure> CAUSES = List.of(
            Story.DENIED,
            new Failure(
                    ErrorClass.INPUT, "InvalidParameterException", "cognito", "The domain is taken.", "domain", "r"),
            new Failure(ErrorClass.TRANSIENT, "commerce-503", "commerce", "Commerce did not answer.", "later", "r"));

    private final String store = "store-" + UUID.randomUUID();

    @Test
    void fiveHundredFailuresAreThreeIssuesThreeNoticesAndOneRetryThatLeavesOutTheRecovered() {
        String rule = AlertsIT.rule(store, "/bulk", "\"trigger\":\"EXECUTION_FAILED\"");
        List<Story> stories = new ArrayList<>();
        List<Envelope> night = new ArrayList<>();
        for (int i = 0; i < FAILURES; i++) {
            Story story = failed(CAUSES.get(i % CAUSES.size()));
            stories.add(story);
            night.addAll(story.events());
        }
        for (Story story : stories.subList(0, RECOVERED)) {
            int said = story.events().size();
            story.requested(2, Trigger.RECONFIGURED).straightThrough();
            night.addAll(story.events().subList(said, story.events().size()));
        }
        Hub.publishAll(night);
        Hub.eventually()
                .untilAsserted(() -> Hub.get(store, "/api/statistics")
                        .then()
                        .body("executions.FAILED", equalTo(FAILURES))
                        .body("executions.SUCCEEDED", equalTo(RECOVERED)));
        Hub.get(store, "/api/issues")
                .then()
                .body("items", hasSize(3))
                .body("items.state", everyItem(is("OPEN")))
                .body("items.failures.sum()", equalTo(FAILURES))
                .body("items.integrations.sum()", equalTo(FAILURES - RECOVERED));

        Hub.eventually()
                .untilAsserted(() -> AlertsIT.notices(store, rule)
                        .then()
                        .body("items", hasSize(3))
                        .body("items.state", everyItem(is("SENT")))
                        .body("items.subject.unique()", hasSize(3)));

        Response plan = operator("/api/bulk-retries/plan?status=FAILED", "{}");

        plan.then()
                .statusCode(200)
                .body("decisions.RETRY", equalTo(FAILURES - RECOVERED))
                .body("decisions.RECOVERED", equalTo(RECOVERED))
                .body("causes.size()", equalTo(3));
        operator("/api/bulk-retries?status=FAILED", "{\"reason\":\"" + "x".repeat(501) + "\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/planVersion", "/reason"));
        operator("/api/bulk-retries?status=FAILED", "{\"planVersion\":\"another\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("PLAN_CHANGED"));
        String id = operator(
                        "/api/bulk-retries?status=FAILED",
                        "{\"planVersion\":\"%s\",\"reason\":\"keys corrected\"}"
                                .formatted(plan.<String>path("planVersion")))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Hub.eventually()
                .untilAsserted(() -> Hub.get(store, "/api/bulk-retries/{id}", id)
                        .then()
                        .body("state", equalTo("DONE"))
                        .body("processed", equalTo(FAILURES - RECOVERED))
                        .body("requested", equalTo(FAILURES - RECOVERED)));
        Hub.get(store, "/api/bulk-retries/{id}/items?after=200", id)
                .then()
                .body("items", hasSize(200))
                .body("items.outcome", everyItem(is("REQUESTED")))
                .body("next", equalTo(400));
        Hub.eventually()
                .untilAsserted(() -> assertThat(Hub.topics())
                        .filteredOn(entry -> entry.topic().equals("hub.execution.events.v1"))
                        .filteredOn(entry -> store.equals(entry.headers().get("ce_storeid")))
                        .hasSize(FAILURES - RECOVERED)
                        .allSatisfy(entry -> assertThat(entry.text()).contains("bulk-retry")));
    }

    @Test
    void chosenOnesOnlyAndACanceledOneStops() {
        Story one = failed(Story.DENIED);
        Story other = failed(Story.DENIED);
        Hub.publishAll(one.events());
        Hub.publishAll(other.events());
        Hub.awaitStatus(one, "FAILED");
        Hub.awaitStatus(other, "FAILED");
        String chosen = "\"executions\":[\"%s\"]".formatted(one.execution().id());

        String version = operator("/api/bulk-retries/plan", "{" + chosen + "}").path("planVersion");
        String id = operator("/api/bulk-retries", "{%s,\"planVersion\":\"%s\"}".formatted(chosen, version))
                .path("id");

        Hub.eventually()
                .untilAsserted(() -> Hub.get(store, "/api/bulk-retries/{id}", id)
                        .then()
                        .body("state", equalTo("DONE"))
                        .body("total", equalTo(1)));
        Hub.get(store, "/api/executions/{id}", other.execution().id()).then().body("retryRequested", equalTo(false));
        Hub.as(store, "operator")
                .delete("/api/bulk-retries/{id}", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"));
        Hub.get("another-store", "/api/bulk-retries/{id}", id).then().statusCode(404);
        Hub.as(store, "viewer")
                .contentType("application/json")
                .body("{}")
                .post("/api/bulk-retries/plan")
                .then()
                .statusCode(403);
    }

    @Test
    void anIssueIsMutedResolvedBySuccessAndReopened() {
        Story story = failed(Story.DENIED);
        Hub.publish(story.events());
        Hub.awaitStatus(story, "FAILED");
        String issue = Hub.get(store, "/api/issues").path("items[0].id");
        Hub.as(store, "operator").post("/api/issues/{id}/mute", issue).then().body("state", equalTo("MUTED"));
        Hub.as(store, "viewer").post("/api/issues/{id}/resolve", issue).then().statusCode(403);

        int said = story.events().size();
        story.requested(2, Trigger.RETRY, story.execution().id()).straightThrough();
        Hub.publish(story.events().subList(said, story.events().size()));
        Hub.awaitStatus(story, "SUCCEEDED");

        Hub.get(store, "/api/issues/{id}", issue)
                .then()
                .body("state", equalTo("RESOLVED"))
                .body("integrations", equalTo(0));
        Story again = new Story(
                        store, UUID.randomUUID(), java.time.Instant.now().plusSeconds(5))
                .requested(1, Trigger.CONFIGURED)
                .provisioningFailed("List User Pool");
        Hub.publish(again.events());
        Hub.awaitStatus(again, "FAILED");
        Hub.get(store, "/api/issues/{id}", issue)
                .then()
                .body("state", equalTo("OPEN"))
                .body("reopened", equalTo(1))
                .body("failures", equalTo(2));
    }

    private Story failed(Failure failure) {
        return new Story(store, UUID.randomUUID(), java.time.Instant.now())
                .requested(1, Trigger.CONFIGURED)
                .failedFor("List User Pool", failure);
    }

    private Response operator(String path, String body) {
        return Hub.as(store, "operator")
                .contentType("application/json")
                .body(body)
                .post(path);
    }
}
