package io.integrationshub.log.event;

import static io.integrationshub.contracts.Publisher.PROVISIONER;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The tables are a view of the topics: without them nothing is lost. */
@QuarkusTest
@HubService
class RebuildIT {
    private static final String GROUP = "execution-log-service";

    @Inject
    DataSource database;

    @Inject
    Rebuild rebuild;

    @Inject
    Consumers consumers;

    @Test
    void replayingTheTopicsBringsTheSameHistoriesBack() throws Exception {
        String store = "store-" + UUID.randomUUID();
        Story story = new Story(store)
                .requested(1, Trigger.CONFIGURED)
                .failed(PROVISIONER, "List User Pool", 30, 1, Story.DENIED, null)
                .provisioningFailed("List User Pool");
        Hub.publish(story.events());
        Hub.awaitStatus(story, "FAILED");
        UUID failed = story.execution().id();
        Hub.as(store, "operator")
                .contentType("application/json")
                .body("{\"reason\":\"again\"}")
                .post("/api/executions/{id}/retry", failed)
                .then()
                .statusCode(202);
        story.requested(2, Trigger.RETRY, failed)
                .failed(PROVISIONER, "Create User Pool", 40, 1, Story.THROTTLED, Duration.ofMinutes(1));
        story.requested(3, Trigger.RECONFIGURED).straightThrough();
        Hub.publish(story.events());
        Hub.awaitStatus(story, "SUCCEEDED");
        Hub.eventually().untilAsserted(() -> assertThat(lag()).isZero());
        List<String> before = dump();
        String logs = Hub.get(store, "/api/executions/{id}/logs", failed).asString();
        String steps = Hub.get(store, "/api/executions/{id}/steps", failed).asString();
        String list = Hub.get(store, "/api/executions").asString();

        truncate();
        replay();

        Hub.eventually().untilAsserted(() -> assertThat(dump()).isEqualTo(before));
        assertThat(Hub.get(store, "/api/executions/{id}/logs", failed).asString())
                .isEqualTo(logs);
        assertThat(Hub.get(store, "/api/executions/{id}/steps", failed).asString())
                .isEqualTo(steps);
        assertThat(Hub.get(store, "/api/executions").asString()).isEqualTo(list);

        List<String> progress = new ArrayList<>();
        rebuild.run(progress::add);

        assertThat(dump()).isEqualTo(before);
        assertThat(progress)
                .anyMatch(line -> line.startsWith("100 %"))
                .last()
                .asString()
                .startsWith("done");
    }

    private List<String> dump() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String query : List.of(
                    "select row_to_json(t)::text from fact t order by execution_id, event_id",
                    "select row_to_json(t)::text from execution t order by id",
                    "select row_to_json(t)::text from tally t where executions <> 0 order by store_id, hour, status",
                    "select row_to_json(t)::text from step_tally t order by store_id, hour, step",
                    "select row_to_json(t)::text from retry t order by execution_id")) {
                try (ResultSet found = statement.executeQuery(query)) {
                    while (found.next()) {
                        rows.add(found.getString(1));
                    }
                }
            }
        }
        return rows;
    }

    private void truncate() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate fact, execution, retry, tally, step_tally");
        }
    }

    private void replay() {
        for (KafkaConsumer<String, byte[]> consumer : consumers.all()) {
            consumer.runOnPollingThread(client -> {
                        client.seekToBeginning(client.assignment());
                    })
                    .await()
                    .atMost(Duration.ofMinutes(1));
        }
    }

    private static long lag() throws Exception {
        try (Admin admin = Admin.create(
                Map.<String, Object>of("bootstrap.servers", HubInfra.kafka().address()))) {
            var committed = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Set<String> topics =
                    Arrays.stream(Publisher.values()).map(Publisher::topic).collect(Collectors.toSet());
            Map<TopicPartition, OffsetSpec> latest =
                    admin.describeTopics(topics).allTopicNames().get().values().stream()
                            .flatMap(topic -> topic.partitions().stream()
                                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .mapToLong(end -> end.getValue().offset()
                            - (committed.get(end.getKey()) == null
                                    ? 0
                                    : committed.get(end.getKey()).offset()))
                    .sum();
        }
    }
}
