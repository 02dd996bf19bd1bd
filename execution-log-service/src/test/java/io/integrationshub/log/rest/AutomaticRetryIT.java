package io.integrationshub.log.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.integrationshub.contracts.AutomaticRetry;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.local.test.TopicAudit;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@HubService
class AutomaticRetryIT {
    private static final AutomaticRetry TWICE = new AutomaticRetry(2, 1, true);

    private final String store = "store-" + UUID.randomUUID();
    /** Failed so long ago that the first retry is due. */
    private final Story story =
            new Story(store, UUID.randomUUID(), Instant.now().minusSeconds(90)).retriedBy(TWICE);

    @Test
    void whatFailedIsTriedAgainWhenItsTimeComesAndNotMoreOftenThanWanted() {
        UUID first = fail(1, Trigger.CONFIGURED, null);

        Hub.eventually()
                .untilAsserted(() -> assertThat(announced(first))
                        .singleElement()
                        .satisfies(entry -> assertThat(entry.text()).contains("auto-retry", "Automatic retry 1 of 2")));
        Hub.get(store, "/api/executions/{id}", first)
                .then()
                .body("automaticRetry.state", equalTo("REQUESTED"))
                .body("automaticRetry.nth", equalTo(1));
        UUID second = fail(2, Trigger.AUTO_RETRY, first);
        Hub.get(store, "/api/executions/{id}", second)
                .then()
                .body("automaticRetry.nth", equalTo(2))
                .body("automaticRetry.attempts", equalTo(2));
        UUID third = fail(3, Trigger.AUTO_RETRY, second);
        Hub.get(store, "/api/executions/{id}", third).then().body("automaticRetry", equalTo(null));
    }

    @Test
    void aNewerExecutionCancelsTheRetryThatWaits() {
        story.retriedBy(new AutomaticRetry(3, 1000, false));
        UUID failed = fail(1, Trigger.CONFIGURED, null);
        Hub.get(store, "/api/executions/{id}", failed).then().body("automaticRetry.state", equalTo("WAITING"));

        Hub.publish(story.requested(2, Trigger.RECONFIGURED).events());
        Hub.awaitStatus(story, "QUEUED");

        Hub.get(store, "/api/executions/{id}", failed)
                .then()
                .body("automaticRetry.state", equalTo("CANCELED"))
                .body(
                        "automaticRetry.canceledBy",
                        equalTo(story.execution().id().toString()));
        assertThat(announced(failed)).isEmpty();
    }

    private UUID fail(long number, Trigger trigger, UUID retryOf) {
        Hub.publish(story.requested(number, trigger, retryOf)
                .failedFor("List User Pool", Story.DENIED)
                .events());
        Hub.awaitStatus(story, "FAILED");
        return story.execution().id();
    }

    private static List<TopicAudit.Entry> announced(UUID id) {
        return Hub.topics().stream()
                .filter(entry -> entry.topic().equals("hub.execution.events.v1"))
                .filter(entry -> id.toString().equals(entry.headers().get("ce_executionid")))
                .toList();
    }
}
