package io.integrationshub.log.rest;

import static io.integrationshub.contracts.Publisher.PROVISIONER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@HubService
class ExecutionsIT {
    private final String store = "store-" + UUID.randomUUID();
    private final Story story = new Story(store);

    @AfterAll
    static void everyRecordIsAsPublished() {
        Hub.requireValidRecords();
    }

    @Test
    void anExecutionIsToldOverRest() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        Hub.publish(story.requested(1, Trigger.CONFIGURED).straightThrough().events().stream()
                .map(event -> event.withTraceparent("00-" + trace + "-b7ad6b7169203331-01"))
                .toList());
        Hub.awaitStatus(story, "SUCCEEDED");
        UUID id = story.execution().id();

        Hub.get(store, "/api/executions/{id}", id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id.toString()))
                .body("number", equalTo(1))
                .body("traceId", equalTo(trace))
                .body("storeId", equalTo(store))
                .body("integrationId", equalTo(story.integrationId.toString()))
                .body("instance", equalTo("EPCC"))
                .body("trigger", equalTo("configured"))
                .body("actor", equalTo("alice"))
                .body("writes", equalTo(4))
                .body("error", nullValue())
                .body("endedAt", notNullValue())
                .body("output.userPoolId", equalTo("eu-west-1_Ab1"))
                .body("output.realms[0].authorizationEndpoint", containsString("/authorize/"))
                .body("retryRequested", equalTo(false));
        Hub.get(store, "/api/executions/{id}/steps", id)
                .then()
                .statusCode(200)
                .body("items.name[0]", equalTo("Integration Trigger"))
                .body("items.name", hasItem("List User Pool"))
                .body("items[0].output.aws.accessKeyId", equalTo("****MPLE"))
                .body("items[3].name", equalTo("Create User Pool"))
                .body("items[3].status", equalTo("SUCCEEDED"))
                .body("items[3].writes", equalTo(1))
                .body("items[3].durationMs", equalTo(1000))
                .body("items[3].input.name", equalTo("EPCC"))
                .body("items[3].attempts", hasSize(1));
        Hub.get(store, "/api/executions/{id}/logs", id)
                .then()
                .statusCode(200)
                .body("items[0].message", equalTo("Starting Instance 'EPCC'"))
                .body("items[-1].message", equalTo("Ending Instance 'EPCC'"))
                .body("items.message", hasItem("The pool is new"))
                .body("next", nullValue());
    }

    @Test
    void theOrderOfArrivalAndCopiesMakeNoDifference() {
        Story ordered = new Story(store, story.integrationId, Instant.parse("2026-03-01T10:00:00Z"))
                .requested(1, Trigger.CONFIGURED)
                .straightThrough();
        List<Envelope> shuffled = new ArrayList<>(ordered.events());
        shuffled.addAll(ordered.events());
        Collections.shuffle(shuffled, new Random(42));

        Hub.publish(shuffled);
        Hub.awaitStatus(ordered, "SUCCEEDED");

        UUID id = ordered.execution().id();
        Hub.eventually()
                .untilAsserted(() -> Hub.get(store, "/api/executions/{id}/steps", id)
                        .then()
                        .body("items.status", not(hasItem("INTERRUPTED")))
                        .body("items", hasSize(10)));
        Hub.get(store, "/api/executions/{id}", id)
                .then()
                .body("writes", equalTo(4))
                .body("durationMs", equalTo(21000));
    }

    @Test
    void aNewerExecutionCancelsTheOlderInWhateverOrderTheyArrive() {
        Story older = story.requested(1, Trigger.CONFIGURED).started(PROVISIONER, "List User Pool", 30, 1);
        UUID first = older.execution().id();
        List<Envelope> firstEvents = older.events();
        story.requested(2, Trigger.RECONFIGURED);
        UUID second = story.execution().id();
        Envelope secondEvent = story.events().getLast();
        story.requested(3, Trigger.RECONFIGURED);
        UUID third = story.execution().id();
        Envelope thirdEvent = story.events().getLast();

        // Partitions keep an integration's order, but a redelivery may bring anything.
        List<Envelope> jumbled = new ArrayList<>(List.of(thirdEvent, secondEvent));
        jumbled.addAll(firstEvents);
        Hub.publish(jumbled);

        Hub.eventually()
                .untilAsserted(() -> Hub.get(store, "/api/executions")
                        .then()
                        .body("items.id", contains(third.toString(), second.toString(), first.toString()))
                        .body("items.status", contains("QUEUED", "CANCELED", "CANCELED"))
                        .body("items.supersededBy", contains(null, third.toString(), second.toString())));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int number = 1; number <= 7; number++) {
            story.requested(number, Trigger.RECONFIGURED);
        }
        Hub.publish(story.events());
        Hub.eventually()
                .untilAsserted(() -> Hub.get(store, "/api/executions").then().body("items", hasSize(7)));

        Set<String> seen = new HashSet<>();
        String cursor = "";
        int pages = 0;
        while (cursor != null) {
            var page = Hub.get(store, "/api/executions?limit=3&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            List<String> ids = page.path("items.id");
            assertThat(seen).doesNotContainAnyElementsOf(ids);
            seen.addAll(ids);
            cursor = page.path("next");
            pages++;
        }

        assertThat(seen).hasSize(7);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void filtersByStatusIntegrationAndTrigger() {
        story.requested(1, Trigger.CONFIGURED)
                .failed(PROVISIONER, "List User Pool", 30, 1, Story.DENIED, null)
                .provisioningFailed("List User Pool");
        UUID failed = story.execution().id();
        story.requested(2, Trigger.RETRY, failed).straightThrough();
        Hub.publish(story.events());
        Hub.awaitStatus(story, "SUCCEEDED");

        Hub.get(store, "/api/executions?status=FAILED")
                .then()
                .body("items.id", contains(failed.toString()))
                .body("items[0].error.class", equalTo("CREDENTIALS"))
                .body("items[0].error.code", equalTo("UnrecognizedClientException"))
                .body("items[0].error.remedy", equalTo("aws-credentials"))
                .body("items[0].error.step", equalTo("List User Pool"));
        Hub.get(store, "/api/executions?trigger=retry").then().body("items.retryOf", contains(failed.toString()));
        Hub.get(store, "/api/executions?integration=" + story.integrationId)
                .then()
                .body("items", hasSize(2));
        Hub.get(store, "/api/executions?integration=" + UUID.randomUUID())
                .then()
                .body("items", hasSize(0))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "status=BROKEN, status",
        "status=failed, status",
        "trigger=nobody, trigger",
        "integration=7, integration",
        "limit=0, limit",
        "limit=201, limit",
        "limit=many, limit",
        "cursor=AAAA, cursor",
        "store_id=other, store_id",
        "limit=1&limit=2, limit"
    })
    void aParameterThatCannotBeUnderstoodIsNamed(String query, String parameter) {
        Hub.get(store, "/api/executions?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("BAD_PARAMETER"))
                .body("parameter", equalTo(parameter));
    }

    @Test
    void logsContinueBehindTheLastLineSeen() {
        Hub.publish(story.requested(1, Trigger.CONFIGURED)
                .started(PROVISIONER, "List User Pool", 30, 1)
                .events());
        Hub.awaitStatus(story, "RUNNING");
        UUID id = story.execution().id();
        String next = Hub.get(store, "/api/executions/{id}/logs", id).path("next");
        assertThat(next).isNotNull();
        Hub.get(store, "/api/executions/{id}/logs?after={next}", id, next)
                .then()
                .body("items", hasSize(0))
                .body("next", equalTo(next));

        Hub.publish(story.failed(PROVISIONER, "Create User Pool", 40, 1, Story.THROTTLED, Duration.ofMinutes(1))
                .events());

        Hub.awaitStatus(story, "RETRY_PENDING");
        Hub.get(store, "/api/executions/{id}/logs?after={next}", id, next)
                .then()
                .body("items.message", contains("Create User Pool", "AWS asks to wait."))
                .body("items.severity", contains("INFO", "ERROR"));
        Hub.get(store, "/api/executions/{id}/logs?after=nonsense", id)
                .then()
                .statusCode(400)
                .body("parameter", equalTo("after"));
    }

    @Test
    void anotherStoreSeesNothing() {
        Hub.publish(story.requested(1, Trigger.CONFIGURED).straightThrough().events());
        Hub.awaitStatus(story, "SUCCEEDED");
        UUID id = story.execution().id();
        String cursor = pageOfTwo();

        for (String path : List.of("/api/executions/{id}", "/api/executions/{id}/steps", "/api/executions/{id}/logs")) {
            Hub.get("other-store", path, id).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
            Hub.get(store, path, UUID.randomUUID()).then().statusCode(404);
        }
        Hub.get("other-store", "/api/executions?integration=" + story.integrationId)
                .then()
                .body("items", hasSize(0));
        Hub.get("other-store", "/api/executions?limit=1&cursor=" + cursor)
                .then()
                .statusCode(400);
        Hub.as("other-store", "admin")
                .contentType("application/json")
                .body("{}")
                .post("/api/executions/{id}/retry", id)
                .then()
                .statusCode(404);
    }

    @Test
    void nobodyComesInWithoutATokenAStoreOrARole() {
        RestAssured.given().get("/api/executions").then().statusCode(401);
        Hub.as(store, "stranger").get("/api/executions").then().statusCode(403);
        Hub.as("", "viewer").get("/api/executions").then().statusCode(403);
        Hub.get(store, "/api/executions/no-uuid").then().statusCode(404);
        Hub.get(store, "/api/executions/{id};x=1", UUID.randomUUID()).then().statusCode(400);
        RestAssured.given().get("/q/openapi").then().statusCode(200).body(containsString("/api/executions/{id}/retry"));
        RestAssured.given().get("/q/health/ready").then().statusCode(200).body("status", endsWith("UP"));
    }

    private String pageOfTwo() {
        Hub.publish(story.requested(2, Trigger.RECONFIGURED).events());
        Hub.eventually()
                .untilAsserted(() -> Hub.get(store, "/api/executions").then().body("items", hasSize(2)));
        return Hub.get(store, "/api/executions?limit=1").path("next");
    }
}
