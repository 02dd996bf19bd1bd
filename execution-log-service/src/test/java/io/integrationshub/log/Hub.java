package io.integrationshub.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.CloudEvents;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.local.test.NextVersion;
import io.integrationshub.local.test.SchemaCheck;
import io.integrationshub.local.test.TopicAudit;
import io.integrationshub.local.test.Waits;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;

/** The hub around the service, for integration tests: other services' publishers, and people with tokens. */
public final class Hub {
    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", HubInfra.kafka().address(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    private Hub() {}

    /** Publishes these, in this order, each on its publisher's topic. */
    public static void publish(List<Envelope> events) {
        events.forEach(event -> send(record(event)));
        PRODUCER.flush();
    }

    /** The same for many: does not wait for the broker after each. */
    public static void publishAll(List<Envelope> events) {
        List<Future<RecordMetadata>> sent =
                events.stream().map(event -> PRODUCER.send(record(event))).toList();
        PRODUCER.flush();
        assertThat(sent).allMatch(record -> record.state() == Future.State.SUCCESS);
    }

    /** An event as a record. */
    public static ProducerRecord<String, byte[]> record(Envelope event) {
        String topic = Arrays.stream(Publisher.values())
                .filter(publisher -> publisher.source().equals(event.source()))
                .findFirst()
                .orElseThrow()
                .topic();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, event.integrationId().toString(), CloudEvents.value(event));
        CloudEvents.headers(event)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** Sends a record and waits for the broker. */
    public static RecordMetadata send(ProducerRecord<String, byte[]> record) {
        try {
            return PRODUCER.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What lies on the topics. */
    public static List<TopicAudit.Entry> topics() {
        return TopicAudit.read(HubInfra.kafka().address());
    }

    /** Requires every record to be as its schema says, but for those that tests have broken on purpose. */
    public static void requireValidRecords() {
        List<TopicAudit.Entry> all = topics();
        Set<String> dead = all.stream()
                .filter(entry -> entry.topic().endsWith(".dlq"))
                .map(entry -> coordinates(
                        entry.headers().get("dead-letter-topic"),
                        entry.headers().get("dead-letter-partition"),
                        entry.headers().get("dead-letter-offset")))
                .collect(Collectors.toSet());
        new SchemaCheck()
                .requireValid(all.stream()
                        .filter(entry -> !dead.contains(coordinates(
                                entry.topic(), Integer.toString(entry.partition()), Long.toString(entry.offset()))))
                        .filter(entry -> !NextVersion.published(entry))
                        .toList());
    }

    private static String coordinates(String topic, String partition, String offset) {
        return topic + "-" + partition + "@" + offset;
    }

    /** A request with a token of this store and these roles. */
    public static RequestSpecification as(String store, String... roles) {
        return RestAssured.given().auth().oauth2(HubInfra.token(store, roles));
    }

    /** The answer to a viewer. */
    public static Response get(String store, String path, Object... parameters) {
        return as(store, "viewer").get(path, parameters);
    }

    public static ConditionFactory eventually() {
        return Waits.await().pollInterval(Duration.ofMillis(100));
    }

    /** Waits until the execution has this status. */
    public static void awaitStatus(Story story, String status) {
        eventually()
                .untilAsserted(() -> assertThat(get(
                                        story.storeId,
                                        "/api/executions/{id}",
                                        story.execution().id())
                                .path("status")
                                .toString())
                        .isEqualTo(status));
    }
}
