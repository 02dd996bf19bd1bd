package io.integrationshub.log.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/**
 * How many events a second the service takes in, from the broker into its tables, as a ratio to a bare loop that consumes the same
 * records and writes them with UNNEST, and to writing them one by one, in one run on one machine. Not part of the build: see
 * {@code bench/ingest}.
 */
@QuarkusTest
@HubService
class IngestBench {
    private static final int EVENTS = Integer.getInteger("bench.events", 100_000);
    private static final int BATCH = 500;
    private static final int ONE_BY_ONE = 2_000;
    private static final Duration LIMIT = Duration.ofMinutes(30);

    @Inject
    DataSource database;

    @Test
    void ingest() throws Exception {
        // Warm on both sides, then measured.
        run(EVENTS / 5);
        run(EVENTS);
    }

    private void run(int wanted) throws Exception {
        String store = "bench-" + UUID.randomUUID();
        List<Envelope> events = new ArrayList<>();
        int executions = 0;
        Instant from = Instant.now().minusSeconds(3600);
        while (events.size() < wanted) {
            events.addAll(new Story(store, UUID.randomUUID(), from.plusMillis(executions++))
                    .requested(1, Trigger.CONFIGURED)
                    .straightThrough()
                    .events());
        }
        try (KafkaConsumer<String, byte[]> bare = consumer()) {
            Hub.publishAll(events.subList(0, 1));
            bare.poll(Duration.ofSeconds(5));
            long begun = System.nanoTime();
            Hub.publishAll(events);
            int all = executions;
            Hub.eventually().atMost(LIMIT).until(() -> succeeded(store) == all);
            double service = events.size() / seconds(begun);
            List<ConsumerRecord<String, byte[]>> some = new ArrayList<>();
            double loop = bare(bare, events.size(), some);
            double single = oneByOne(some);
            System.out.printf(
                    "ingest: %,d events of %,d executions: service %,.0f/s, bare consume + UNNEST %,.0f/s, one by one %,.0f/s%n"
                            + "ingest: ratio to bare %.2f (wanted 0.6), to one by one %.1f (wanted 40)%n",
                    events.size(), executions, service, loop, single, service / loop, service / single);
        }
    }

    private long succeeded(String store) {
        return Hub.get(store, "/api/statistics").jsonPath().getLong("executions.SUCCEEDED");
    }

    private double bare(KafkaConsumer<String, byte[]> consumer, int wanted, List<ConsumerRecord<String, byte[]>> some)
            throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists bench_raw");
            statement.execute("create table bench_raw (id uuid primary key, key text, body text)");
        }
        int taken = 0;
        long begun = System.nanoTime();
        while (taken < wanted) {
            List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
            consumer.poll(Duration.ofSeconds(1)).forEach(batch::add);
            if (!batch.isEmpty()) {
                insert(batch);
                consumer.commitSync();
                taken += batch.size();
            }
            if (some.size() < ONE_BY_ONE) {
                some.addAll(batch);
            }
        }
        return taken / seconds(begun);
    }

    private double oneByOne(List<ConsumerRecord<String, byte[]>> records) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate bench_raw");
        }
        long begun = System.nanoTime();
        for (ConsumerRecord<String, byte[]> record : records) {
            insert(List.of(record));
        }
        return records.size() / seconds(begun);
    }

    private void insert(List<ConsumerRecord<String, byte[]>> batch) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into bench_raw select * from unnest(?::uuid[], ?::text[], ?::text[]) on conflict do nothing")) {
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", batch.stream().map(IngestBench::id).toArray()));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "text", batch.stream().map(ConsumerRecord::key).toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            batch.stream()
                                    .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                                    .toArray()));
            insert.executeUpdate();
        }
    }

    private static UUID id(ConsumerRecord<String, byte[]> record) {
        return UUID.fromString(new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8));
    }

    /** From now on, all topics of the hub. */
    private static KafkaConsumer<String, byte[]> consumer() {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        HubInfra.kafka().address(),
                        "group.id",
                        "bench-" + UUID.randomUUID(),
                        "enable.auto.commit",
                        "false",
                        "max.poll.records",
                        BATCH),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Arrays.stream(Publisher.values())
                .flatMap(publisher -> consumer.partitionsFor(publisher.topic()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        assertThat(partitions).isNotEmpty();
        return consumer;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
