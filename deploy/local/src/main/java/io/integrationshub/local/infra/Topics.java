package io.integrationshub.local.infra;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the hub: one per publisher, each with its dead-letter topic. */
public final class Topics {
    /** The topics that services publish to. */
    public static final List<String> EVENTS =
            List.of("hub.integration.events.v1", "hub.pool.events.v1", "hub.sso.events.v1", "hub.execution.events.v1");

    /** The dead-letter topics, one per topic in {@link #EVENTS}. */
    public static final List<String> DEAD_LETTERS =
            EVENTS.stream().map(topic -> topic + ".dlq").toList();

    /** Every topic of the hub. */
    public static final List<String> ALL =
            Stream.concat(EVENTS.stream(), DEAD_LETTERS.stream()).toList();

    private static final int EVENT_PARTITIONS = 6;
    private static final int DEAD_LETTER_PARTITIONS = 1;
    private static final short REPLICAS = 1;
    private static final long TIMEOUT_SECONDS = 60;

    private Topics() {}

    /** Where the events of this key lie, as Kafka's own partitioner has it. */
    public static int partition(String key) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), EVENT_PARTITIONS);
    }

    /**
     * Creates the topics that do not exist yet. Records are kept for ever: execution histories are rebuilt from them.
     *
     * @throws IllegalStateException when the broker refuses or does not answer within a minute
     */
    public static void create(String bootstrapServers) {
        List<NewTopic> topics = Stream.concat(
                        EVENTS.stream().map(name -> new NewTopic(name, EVENT_PARTITIONS, REPLICAS)),
                        DEAD_LETTERS.stream().map(name -> new NewTopic(name, DEAD_LETTER_PARTITIONS, REPLICAS)))
                .map(topic -> topic.configs(Map.of("retention.ms", "-1")))
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (var created : admin.createTopics(topics).values().entrySet()) {
                await(created.getKey(), created.getValue());
            }
        }
    }

    private static void await(String topic, KafkaFuture<Void> created) {
        try {
            created.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Could not create topic " + topic, e.getCause());
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("Could not create topic " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topic " + topic, e);
        }
    }
}
