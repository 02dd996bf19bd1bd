package io.integrationshub.config;

import io.integrationshub.contracts.CloudEvents;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.HubEvent;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.local.test.HubInfra;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the other services would have told. */
final class Events {
    private Events() {}

    /** Publishes these, in this order. */
    static void send(Publisher publisher, String store, String integration, HubEvent... events) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", HubInfra.kafka().address());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (HubEvent data : events) {
                Envelope event = Envelope.of(publisher, Instant.now(), store, UUID.fromString(integration), null, data);
                ProducerRecord<String, byte[]> record =
                        new ProducerRecord<>(publisher.topic(), integration, CloudEvents.value(event));
                CloudEvents.headers(event)
                        .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
                producer.send(record).get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
