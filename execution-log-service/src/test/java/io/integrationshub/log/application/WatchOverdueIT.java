package io.integrationshub.log.application;

import static io.integrationshub.contracts.Publisher.PROVISIONER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What nobody says is told, too: that nothing is heard any more. */
@QuarkusTest
@HubService
class WatchOverdueIT {
    private final String store = "store-" + UUID.randomUUID();

    @Inject
    WatchOverdue watch;

    @Inject
    Notices notices;

    @Test
    void anExecutionThatFellSilentIsToldOnce() {
        String rule = rule();
        Story story = new Story(store, UUID.randomUUID(), Instant.now().minus(Duration.ofHours(2)))
                .requested(1, Trigger.CONFIGURED)
                .started(PROVISIONER, "List User Pool", 30, 1);
        Hub.publish(story.events());
        Hub.awaitStatus(story, "INTERRUPTED");

        QuarkusTransaction.requiringNew().run(() -> {
            notices.mark("overdue", Instant.now().minus(Duration.ofHours(3)));
            watch.look();
        });
        QuarkusTransaction.requiringNew().run(watch::look);

        Hub.eventually()
                .untilAsserted(() -> told(rule)
                        .then()
                        .body("items", hasSize(1))
                        .body("items.state", contains("SENT"))
                        .body("items.occurrences", contains(1))
                        .body(
                                "items.executionId",
                                contains(story.execution().id().toString())));
    }

    private String rule() {
        String target = ConfigProvider.getConfig().getValue("hub.log.alerts.local-origins", String.class) + "/overdue";
        return Hub.as(store, "admin")
                .contentType("application/json")
                .body("""
                        {"name":"Stuck","trigger":"EXECUTION_OVERDUE","channel":"WEBHOOK","target":"%s"}""".formatted(target))
                .post("/api/alert-rules")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response told(String rule) {
        return Hub.as(store, "admin").get("/api/alert-rules/{id}/notices", rule);
    }
}
