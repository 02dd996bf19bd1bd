package io.integrationshub.log.rest;

import static io.integrationshub.contracts.Publisher.PROVISIONER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.integrationshub.log.store.FactTables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@HubService
class FiltersIT {
    private final String store = "store-" + UUID.randomUUID();

    @Inject
    FactTables tables;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=FAILED",
                "class=CREDENTIALS",
                "code=UnrecognizedClientException",
                "step=List User Pool",
                "cause=cognito/UnrecognizedClientException/aws-credentials",
                "text=secret access KEY",
                "text=req-2",
                "status=FAILED&actor=alice&trigger=configured&text=wrong&originals=true",
            })
    void findsTheOneThatFailed(String query) {
        Story story = new Story(store)
                .requested(1, Trigger.CONFIGURED)
                .failed(PROVISIONER, "List User Pool", 30, 1, Story.DENIED, null)
                .provisioningFailed("List User Pool");
        String failed = story.execution().id().toString();
        story.requested(2, Trigger.RECONFIGURED).straightThrough();
        Hub.publish(story.events());
        Hub.awaitStatus(story, "SUCCEEDED");

        Hub.get(store, "/api/executions?" + query).then().statusCode(200).body("items.id", contains(failed));
    }

    @Test
    void aTextThatNobodySaidFindsNothingAndWildcardsAreText() {
        Story story = new Story(store).requested(1, Trigger.CONFIGURED).straightThrough();
        Hub.publish(story.events());
        Hub.awaitStatus(story, "SUCCEEDED");

        Hub.get(store, "/api/executions?text={text}", "%")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        Hub.get(store, "/api/executions?until=2020-01-01T00:00").then().body("items", hasSize(0));
        Hub.get(store, "/api/executions?text={text}", story.execution().id())
                .then()
                .body("items", hasSize(1))
                .body("searchedTo", nullValue());
    }

    @Test
    void whatIsSilentForTooLongIsInterruptedAndMayBeRetried() {
        Story story = new Story(store, UUID.randomUUID(), Instant.now().minus(Duration.ofHours(2)))
                .requested(1, Trigger.CONFIGURED)
                .started(PROVISIONER, "List User Pool", 30, 1);
        Hub.publish(story.events());

        Hub.awaitStatus(story, "INTERRUPTED");

        Hub.get(store, "/api/executions?status=INTERRUPTED").then().body("items", hasSize(1));
        Hub.get(store, "/api/executions?status=RUNNING").then().body("items", hasSize(0));
        Hub.get(store, "/api/executions/{id}/steps", story.execution().id())
                .then()
                .body("items.status", hasItem("INTERRUPTED"));
        Hub.as(store, "operator")
                .contentType("application/json")
                .body("{\"confirmed\":true}")
                .post("/api/executions/{id}/retry", story.execution().id())
                .then()
                .statusCode(202);
    }

    @Test
    void historyThatIsTooOldGoesAndTheExecutionStays() {
        Story old = new Story(store, UUID.randomUUID(), Instant.now().minus(Duration.ofDays(20)))
                .requested(1, Trigger.CONFIGURED)
                .straightThrough();
        Story young = new Story(store).requested(1, Trigger.CONFIGURED).straightThrough();
        Hub.publish(old.events());
        Hub.publish(young.events());
        Hub.awaitStatus(old, "SUCCEEDED");
        Hub.awaitStatus(young, "SUCCEEDED");

        tables.dropOld();

        UUID id = old.execution().id();
        Hub.get(store, "/api/executions/{id}", id)
                .then()
                .statusCode(200)
                .body("historyPurged", equalTo(true))
                .body("status", equalTo("SUCCEEDED"));
        Hub.get(store, "/api/executions/{id}/logs", id).then().statusCode(410).body("code", equalTo("HISTORY_PURGED"));
        Hub.get(store, "/api/executions/{id}/steps", young.execution().id())
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsKeptLongerStaysWhenTheRestOfItsDayGoes() {
        Instant day = Instant.now().minus(Duration.ofDays(21)).truncatedTo(ChronoUnit.DAYS);
        Story gone = new Story(store, UUID.randomUUID(), day.plusSeconds(60))
                .requested(1, Trigger.CONFIGURED)
                .straightThrough();
        Story kept = new Story(store, UUID.randomUUID(), day.plusSeconds(120))
                .requested(1, Trigger.CONFIGURED)
                .failed(PROVISIONER, "List User Pool", 30, 1, Story.DENIED, null)
                .provisioningFailed("List User Pool");
        Hub.publish(gone.events());
        Hub.publish(kept.events());
        Hub.awaitStatus(gone, "SUCCEEDED");
        Hub.awaitStatus(kept, "FAILED");

        String table = "fact_" + day.toString().substring(0, 10).replace("-", "");
        assertThat(tables.dropOld()).contains(table);
        assertThat(tables.dropOld()).as("nothing is left to drop").isEmpty();

        Hub.get(store, "/api/executions/{id}/logs", gone.execution().id())
                .then()
                .statusCode(410);
        Hub.get(store, "/api/executions/{id}/steps", kept.execution().id())
                .then()
                .statusCode(200)
                .body("items.name", hasItem("List User Pool"));
    }

    @Test
    void evidenceIsOneFileWithoutSecretsAndTheSameEventsHaveTheSameHash() {
        Story story = new Story(store).requested(1, Trigger.CONFIGURED).straightThrough();
        Hub.publish(story.events());
        Hub.awaitStatus(story, "SUCCEEDED");
        UUID id = story.execution().id();

        String hash = Hub.as(store, "viewer")
                .accept("application/json")
                .get("/api/executions/{id}/evidence", id)
                .then()
                .statusCode(200)
                .body("specHash", hasLength(64))
                .body("execution.status", equalTo("SUCCEEDED"))
                .body("events.kind", hasItem("Succeeded"))
                .extract()
                .path("sha256");

        Hub.publish(story.events());
        Hub.as(store, "viewer")
                .accept("application/json")
                .get("/api/executions/{id}/evidence", id)
                .then()
                .body("sha256", equalTo(hash));
        Hub.as(store, "viewer")
                .accept("text/html")
                .get("/api/executions/{id}/evidence", id)
                .then()
                .statusCode(200)
                .body(containsString(hash))
                .body(not(containsString(Story.SEALED.ciphertext())))
                .body(not(containsString(Story.ACCESS_KEY)));
        Hub.get("another-store", "/api/executions/{id}/evidence", id).then().statusCode(404);
    }

    @Test
    void statisticsTellTheLastDay() {
        Story story = new Story(store)
                .requested(1, Trigger.CONFIGURED)
                .failed(PROVISIONER, "List User Pool", 30, 1, Story.DENIED, null)
                .provisioningFailed("List User Pool");
        String failed = story.execution().id().toString();
        story.requested(2, Trigger.RETRY, story.execution().id()).straightThrough();
        Hub.publish(story.events());
        Hub.awaitStatus(story, "SUCCEEDED");

        Hub.get(store, "/api/statistics")
                .then()
                .statusCode(200)
                .body("hours", hasSize(24))
                .body("executions.FAILED", equalTo(1))
                .body("executions.SUCCEEDED", equalTo(1))
                .body("failureRatio", equalTo(0.5f))
                .body("slowestSteps.step", hasItem("Create User Pool"));
        Hub.get(store, "/api/executions/{id}/lineage", failed)
                .then()
                .body("items.id", contains(failed, story.execution().id().toString()));
    }
}
