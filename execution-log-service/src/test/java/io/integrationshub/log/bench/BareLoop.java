package io.integrationshub.log.bench;

import io.integrationshub.contracts.Publisher;
import io.integrationshub.local.test.HubInfra;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Consumes what is published from its making on and writes it as it came: what no log can do without. */
final class BareLoop implements AutoCloseable {
    private static final int BATCH = 500;
    private static final int ONE_BY_ONE = 2_000;

    private final DataSource database;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> some = new ArrayList<>();

    BareLoop(DataSource database) {
        this.database = database;
        consumer = new KafkaConsumer<>(
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
    }

    /** Events a second, a batch of 500 with one statement and one commit. */
    double unnest(int wanted) throws SQLException {
        run("drop table if exists bench_raw");
        run("create table bench_raw (id uuid primary key, key text, body text)");
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

    /** Events a second, each with a statement and commits of its own, as in a batch of one; of those that were consumed already. */
    double oneByOne() throws SQLException {
        return oneByOne(record -> consumer.commitSync(Map.of(
                new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1))));
    }

    /** The same without a commit of the offset: the least that an insert costs. */
    double insertsAlone() throws SQLException {
        return oneByOne(record -> {});
    }

    private double oneByOne(Consumer<ConsumerRecord<String, byte[]>> commit) throws SQLException {
        run("truncate bench_raw");
        long begun = System.nanoTime();
        for (ConsumerRecord<String, byte[]> record : some) {
            insert(List.of(record));
            commit.accept(record);
        }
        return some.size() / seconds(begun);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void insert(List<ConsumerRecord<String, byte[]>> batch) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into bench_raw select * from unnest(?::uuid[], ?::text[], ?::text[]) on conflict do nothing")) {
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", batch.stream().map(BareLoop::id).toArray()));
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

    @Override
    public void close() {
        consumer.close();
    }

    static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
