package io.integrationshub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.acceptance.hub.HubExtension;
import io.integrationshub.acceptance.hub.RunningHub;
import io.integrationshub.local.test.SchemaCheck;
import io.integrationshub.local.test.TopicAudit;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What lies on the topics after all tests. */
@Order(7)
@ExtendWith(HubExtension.class)
class TopicsIT {
    private final RunningHub hub;

    TopicsIT(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void everyRecordFollowsItsSchema() {
        List<TopicAudit.Entry> own = own();

        assertThat(own).isNotEmpty();
        new SchemaCheck().requireValid(own);
    }

    @Test
    void nothingButPoisonWasDeadLettered() {
        assertThat(own()).noneMatch(entry -> entry.topic().endsWith(".dlq"));
    }

    private List<TopicAudit.Entry> own() {
        return hub.topics().stream()
                .filter(entry -> !entry.headers().containsKey(Poison.HEADER))
                .toList();
    }
}
