package io.integrationshub.log.rest;

import static io.integrationshub.contracts.Publisher.PROVISIONER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searching all logs, and the list of instances. */
@QuarkusTest
@HubService
class SearchIT {
    private final String store = "store-" + UUID.randomUUID();
    private final Story works = new Story(store);
    private final Story fails = new Story(store);

    @BeforeEach
    void oneThatWorksAndOneThatFails() {
        Hub.publish(works.requested(1, Trigger.CONFIGURED).straightThrough().events());
        Hub.publish(fails.requested(1, Trigger.CONFIGURED)
                .log(PROVISIONER, "Check AWS Connection", 20, 1, 1, "Signed with \"key\" 100% \0 ok")
                .failed(PROVISIONER, "List User Pool", 30, 1, Story.DENIED, null)
                .provisioningFailed("List User Pool")
                .events());
        Hub.awaitStatus(works, "SUCCEEDED");
        Hub.awaitStatus(fails, "FAILED");
    }

    @Test
    void linesAreFoundByWhatTheySay() {
        Hub.get(store, "/api/logs")
                .then()
                .statusCode(200)
                .body("items.message", hasItem("The pool is new"))
                .body("items.message", hasItem(Story.DENIED.message()))
                .body("items.instance", everyItem(is("EPCC")))
                .body("next", nullValue());
        Hub.get(store, "/api/logs?text=POOL is n")
                .then()
                .body("items", hasSize(1))
                .body("items[0].executionId", is(works.execution().id().toString()));
        Hub.as(store, "viewer")
                .queryParam("text", "with \"KEY\" 100% ")
                .get("/api/logs")
                .then()
                .body("items", hasSize(1));
        Hub.get(store, "/api/logs?text=UnrecognizedClient").then().body("items.severity", contains("ERROR"));
        Hub.get(store, "/api/logs?level=ERROR").then().body("items.message", contains(Story.DENIED.message()));
        Hub.get(store, "/api/logs?level=WARN").then().body("items", hasSize(3));
        Hub.get(store, "/api/logs?connections=true").then().body("items.step", contains("Check AWS Connection"));
        Hub.get(store, "/api/logs?step=Create User Pool").then().body("items.message", contains("The pool is new"));
        Hub.get(store, "/api/logs?integration=" + fails.integrationId).then().body("items", hasSize(2));
        Hub.get(store, "/api/logs?since=2999-01-01T00:00:00Z").then().body("items", hasSize(0));
        Hub.get("other-" + store, "/api/logs").then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "step", "errorClass"})
    void namesOfMembersAreNoText(String name) {
        Hub.get(store, "/api/logs?text=" + name).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void pagesFollowEachOther() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = Hub.get(store, "/api/logs?limit=1&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.id"));
            cursor = page.path("next");
        }

        assertThat(seen).hasSize(3).doesNotHaveDuplicates();
        Hub.get(store, "/api/logs?cursor=AAAA").then().statusCode(400);
    }

    @Test
    void instancesAreListedWithTheirLastRun() {
        Hub.get(store, "/api/instances")
                .then()
                .statusCode(200)
                .body(
                        "items.integrationId",
                        containsInAnyOrder(works.integrationId.toString(), fails.integrationId.toString()))
                .body("items.lastExecution.status", containsInAnyOrder("SUCCEEDED", "FAILED"))
                .body("next", nullValue());
        Hub.get(store, "/api/instances?status=FAILED")
                .then()
                .body("items.integrationId", contains(fails.integrationId.toString()));
        Hub.get(store, "/api/instances?text=epc").then().body("items", hasSize(2));
        Hub.get(store, "/api/instances?text=nothing").then().body("items", hasSize(0));
        Hub.get("other-" + store, "/api/instances").then().body("items", hasSize(0));
        String first = Hub.get(store, "/api/instances?limit=1").path("items[0].integrationId");
        String next = Hub.get(store, "/api/instances?limit=1").path("next");
        assertThat(next).isEqualTo(first);
        Hub.get(store, "/api/instances?limit=1&after=" + next)
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
    }
}
