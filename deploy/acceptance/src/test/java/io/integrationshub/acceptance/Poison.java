package io.integrationshub.acceptance;

import io.integrationshub.local.infra.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Records that are no events of the hub, on every topic. */
final class Poison {
    /** Tells that a record is one of these, and which. */
    static final String HEADER = "acceptance-poison";

    static final List<String> KINDS = List.of("no-headers", "no-json");

    private static final Map<String, String> TYPES = Map.of(
            Topics.EVENTS.get(0), "IntegrationConfigured",
            Topics.EVENTS.get(1), "PoolReady",
            Topics.EVENTS.get(2), "RealmsWired",
            Topics.EVENTS.get(3), "ExecutionRetryRequested");

    private Poison() {}

    /** Sends one of each kind to each topic and returns when the broker has them. */
    static void send(String bootstrapServers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (String topic : Topics.EVENTS) {
                KINDS.forEach(kind -> {
                    var unused = producer.send(record(topic, kind));
                });
            }
            producer.flush();
        }
    }

    private static ProducerRecord<String, byte[]> record(String topic, String kind) {
        String key = UUID.randomUUID().toString();
        byte[] value = ("{\"poison\": " + (char) 0xfffe).getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
        record.headers().add(HEADER, bytes(kind));
        if (kind.equals("no-json")) {
            Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", UUID.randomUUID().toString(),
                            "ce_source", "/acceptance",
                            "ce_type", "io.integrationshub." + TYPES.get(topic) + ".v1",
                            "ce_subject", key,
                            "ce_time", "2026-01-01T00:00:00Z",
                            "ce_storeid", "store-poison")
                    .forEach((name, text) -> record.headers().add(name, bytes(text)));
        }
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
