package io.integrationshub.local.test;

import io.integrationshub.local.infra.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads all topics of the hub, dead letters included, from the beginning, as an outsider with a plain consumer would. */
public final class TopicAudit {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private TopicAudit() {}

    /**
     * One record as it lies on the topic.
     *
     * @param key null where the record has none
     * @param value null for a tombstone
     */
    public record Entry(
            String topic, int partition, long offset, String key, Map<String, String> headers, byte[] value) {
        /** The CloudEvents type, {@code ""} where the record has none. */
        public String type() {
            return headers.getOrDefault("ce_type", "");
        }

        /** The value as text. */
        public String text() {
            return value == null ? "" : new String(value, StandardCharsets.UTF_8);
        }

        /** Everything a secret could hide in. */
        public String everything() {
            return key + " " + headers + " " + text();
        }

        @Override
        public String toString() {
            return topic + "-" + partition + "@" + offset + " " + type() + " " + text();
        }
    }

    /** Every record that is there when the call begins; order holds within a partition. */
    public static List<Entry> read(String bootstrapServers) {
        // A consumer that is closed waits for the fetch it has sent ahead; nothing more is to come here.
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "fetch.max.wait.ms", 10);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions = Topics.ALL.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toSet());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            return readUntil(consumer, ends);
        }
    }

    private static List<Entry> readUntil(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        List<Entry> entries = new ArrayList<>();
        Instant deadline = Instant.now().plus(LIMIT);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("The topics could not be read within " + LIMIT);
            }
            consumer.poll(Duration.ofMillis(200)).forEach(each -> entries.add(entry(each)));
        }
        return entries;
    }

    private static Entry entry(ConsumerRecord<String, byte[]> each) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : each.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return new Entry(each.topic(), each.partition(), each.offset(), each.key(), headers, each.value());
    }
}
