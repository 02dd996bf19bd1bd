package io.integrationshub.log.rest;

import static io.integrationshub.contracts.Publisher.PROVISIONER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.integrationshub.contracts.Trigger;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@HubService
class StreamsIT {
    private final String store = "store-" + UUID.randomUUID();
    private final Story story = new Story(store);
    private final List<EventStream> open = new ArrayList<>();

    @TestHTTPResource("/")
    URI base;

    @AfterEach
    void close() throws IOException {
        for (EventStream stream : open) {
            stream.close();
        }
    }

    @Test
    void aListIsToldAsItHappensToItsStoreAlone() throws Exception {
        EventStream own = stream(store, "/api/executions/stream", null);
        EventStream failures = stream(store, "/api/executions/stream?status=FAILED", null);
        EventStream others = stream("other-" + store, "/api/executions/stream", null);

        Hub.publish(story.requested(1, Trigger.CONFIGURED).straightThrough().events());

        Hub.eventually()
                .untilAsserted(() -> assertThat(own.named("execution")).anySatisfy(event -> {
                    assertThat(event.data().get("id").asText())
                            .isEqualTo(story.execution().id().toString());
                    assertThat(event.data().get("status").asText()).isEqualTo("SUCCEEDED");
                    assertThat(event.id()).matches("[0-9]+");
                }));
        Hub.eventually()
                .untilAsserted(() -> assertThat(failures.named("left"))
                        .anySatisfy(event -> assertThat(event.data().get("id").asText())
                                .isEqualTo(story.execution().id().toString())));
        assertThat(failures.named("execution")).isEmpty();
        assertThat(others.events()).isEmpty();
    }

    @Test
    void whoeverComesBackIsToldWhatHappenedMeanwhile() throws Exception {
        EventStream first = stream(store, "/api/executions/stream", null);
        Hub.eventually().until(() -> first.lastId() != null);
        String seen = first.lastId();
        first.close();
        Hub.publish(story.requested(1, Trigger.CONFIGURED).events());
        Hub.awaitStatus(story, "QUEUED");

        EventStream back = stream(store, "/api/executions/stream", seen);

        Hub.eventually()
                .untilAsserted(() -> assertThat(back.named("execution"))
                        .anySatisfy(event -> assertThat(event.data().get("id").asText())
                                .isEqualTo(story.execution().id().toString())));
        EventStream lost = stream(store, "/api/executions/stream?after=999999999999", null);
        Hub.eventually().untilAsserted(() -> assertThat(lost.named("again")).hasSize(1));
    }

    @Test
    void anExecutionIsToldLineByLineUntilItEnds() throws Exception {
        Hub.publish(story.requested(1, Trigger.CONFIGURED)
                .started(PROVISIONER, "List User Pool", 30, 1)
                .events());
        Hub.awaitStatus(story, "RUNNING");
        String path = "/api/executions/" + story.execution().id() + "/stream";
        EventStream stream = stream(store, path, null);
        Hub.eventually().untilAsserted(() -> assertThat(messages(stream)).contains("List User Pool"));
        String seen = stream.lastId();

        Hub.publish(story.failed(PROVISIONER, "Create User Pool", 40, 1, Story.DENIED, null)
                .provisioningFailed("Create User Pool")
                .events());

        Hub.eventually().until(stream::over);
        assertThat(messages(stream))
                .containsSubsequence(
                        "Starting Instance 'EPCC'",
                        "List User Pool",
                        "Create User Pool",
                        Story.DENIED.message(),
                        "Ending Instance 'EPCC'")
                .doesNotHaveDuplicates();
        assertThat(stream.events().getLast().name()).isEqualTo("ended");
        assertThat(stream.named("step"))
                .anySatisfy(
                        step -> assertThat(step.data().get("status").asText()).isEqualTo("FAILED"));
        EventStream back = stream(store, path, seen);
        Hub.eventually().until(back::over);
        assertThat(messages(back))
                .containsExactly("Create User Pool", Story.DENIED.message(), "Ending Instance 'EPCC'");
        assertThat(back.named("log").getFirst().data().get("behind").asText()).isEqualTo(seen);
    }

    @Test
    void streamsAreRefusedAsTheListIs() throws Exception {
        Hub.publish(story.requested(1, Trigger.CONFIGURED).events());
        Hub.awaitStatus(story, "QUEUED");
        String path = "/api/executions/" + story.execution().id() + "/stream";

        RestAssured.given().get("/api/executions/stream").then().statusCode(401);
        Hub.as(store, "stranger").get("/api/executions/stream").then().statusCode(403);
        Hub.get("other-store", path).then().statusCode(404);
        Hub.get(store, "/api/executions/stream?status=BROKEN").then().statusCode(400);
        Hub.get(store, "/api/executions/stream?after=-1")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo("after"));
    }

    @Test
    void onePersonHoldsSoManyStreamsAndTheNextOneWaits() throws Exception {
        for (int i = 0; i < 20; i++) {
            stream(store, "/api/executions/stream", null);
        }

        Hub.get(store, "/api/executions/stream")
                .then()
                .statusCode(429)
                .header("Retry-After", "30")
                .body("code", equalTo("TOO_MANY_STREAMS"));

        open.removeFirst().close();
        Hub.eventually()
                .until(() -> stream(store, "/api/executions/stream", null).status() == 200);
    }

    private EventStream stream(String as, String path, String lastEventId) throws Exception {
        EventStream stream = EventStream.open(base.resolve(path), HubInfra.token(as, "viewer"), lastEventId);
        open.add(stream);
        return stream;
    }

    private static List<String> messages(EventStream stream) {
        return stream.named("log").stream()
                .map(event -> event.data().get("message").asText())
                .toList();
    }
}
