package io.integrationshub.log.event;

import io.integrationshub.log.application.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Forgets every history and tells it again from the topics. What people decided here (retries, muted issues) stays. The service may
 * run meanwhile, here or on other nodes: whatever both read is taken in once.
 */
@ApplicationScoped
public class Rebuild {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final BrokerSettings broker;
    private final List<String> topics;
    private final Facts facts;
    private final EventListener listener;

    Rebuild(
            BrokerSettings broker,
            @ConfigProperty(name = "mp.messaging.incoming.events.topics") List<String> topics,
            Facts facts,
            EventListener listener) {
        this.broker = broker;
        this.topics = List.copyOf(topics);
        this.facts = facts;
        this.listener = listener;
    }

    /**
     * Reads every topic from its beginning to where it ends now.
     *
     * @param progress told how far it has come, a line at a time
     * @return how many records were read
     */
    public long run(Consumer<String> progress) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                broker.with(Map.of("enable.auto.commit", "false", "max.poll.records", "500")),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic, LIMIT).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions, LIMIT);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, LIMIT);
            long all = partitions.stream()
                    .mapToLong(partition -> ends.get(partition) - starts.get(partition))
                    .sum();
            facts.forget();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long read = 0;
            int shown = -1;
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition, LIMIT) < ends.get(partition))) {
                ConsumerRecords<String, byte[]> batch = consumer.poll(Duration.ofSeconds(1));
                // What cannot be read was set aside when it came.
                listener.take(batch);
                read += batch.count();
                int percent = (int) Math.min(100, read * 100 / Math.max(1, all));
                if (percent != shown) {
                    shown = percent;
                    progress.accept("%d %% (%d of %d records)".formatted(percent, read, all));
                }
            }
            progress.accept("done, %d records".formatted(read));
            return read;
        }
    }
}
