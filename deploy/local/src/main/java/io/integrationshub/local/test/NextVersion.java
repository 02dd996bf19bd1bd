package io.integrationshub.local.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.integrationshub.contracts.CloudEvents;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.HubEvent;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.local.infra.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The next version of the hub as this one meets it in a rolling upgrade: events of types that nobody here knows, and the golden
 * samples with members that nobody here knows, at every level. All of them belong to one execution of one integration.
 */
public final class NextVersion {
    private static final String GOLDEN = "/io/integrationshub/contracts/golden/%s.v1/1.0.json";
    /** The execution of all golden samples. */
    private static final String GOLDEN_EXECUTION = "019ab000-0000-7000-8000-000000000002";

    private static final String MARK = "ce_fromthenextversion";
    private static final String NEW_MEMBER = "{\"since\":\"N+1\",\"list\":[1,null,{\"deep\":true}]}";

    private final String storeId;
    private final UUID integrationId;
    private final UUID executionId = UuidCreator.getTimeOrderedEpoch();

    public NextVersion(String storeId, UUID integrationId) {
        this.storeId = storeId;
        this.integrationId = integrationId;
    }

    /**
     * One event as a record.
     *
     * @param known false when its type is one that this version does not know
     */
    record Event(String topic, Map<String, String> headers, byte[] value, boolean known) {
        String id() {
            return headers.get("ce_id");
        }
    }

    /** Another integration whose events lie in the same partition, so that whatever blocks one of them blocks both. */
    public static UUID beside(UUID integrationId) {
        int partition = Topics.partition(integrationId.toString());
        return Stream.generate(UUID::randomUUID)
                .filter(id -> Topics.partition(id.toString()) == partition)
                .findFirst()
                .orElseThrow();
    }

    /** The execution that all of its events belong to. */
    public UUID executionId() {
        return executionId;
    }

    /**
     * Publishes whatever these publishers might, the unknown types first, and returns when the broker has it.
     *
     * @return the ids of the events whose types are known, each to be taken like any other
     */
    public List<String> publish(Publisher... publishers) {
        List<Event> events = Stream.of(publishers)
                .flatMap(publisher -> events(publisher).stream())
                .toList();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", HubInfra.kafka().address(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (Event event : events) {
                ProducerRecord<String, byte[]> record =
                        new ProducerRecord<>(event.topic(), integrationId.toString(), event.value());
                event.headers()
                        .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
                producer.send(record).get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while publishing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not take an event", e);
        }
        return events.stream().filter(Event::known).map(Event::id).toList();
    }

    List<Event> events(Publisher publisher) {
        List<Event> events = new ArrayList<>();
        events.add(unknown(publisher, "io.integrationshub.SomethingNew.v1"));
        publisher.types().forEach(type -> events.add(unknown(publisher, secondVersion(type))));
        publisher.types().forEach(type -> events.add(known(publisher, type)));
        return events;
    }

    /** What services have set aside of it. */
    public List<TopicAudit.Entry> deadLetters() {
        return TopicAudit.read(HubInfra.kafka().address()).stream()
                .filter(entry -> entry.topic().endsWith(".dlq"))
                .filter(entry -> integrationId.toString().equals(entry.key()))
                .toList();
    }

    /** True for what was published here; it fits no schema of this version, and need not. */
    public static boolean published(TopicAudit.Entry entry) {
        return entry.headers().containsKey(MARK);
    }

    /** How many of these events a service has taken in, by the table in which the platform's intake notes them. */
    public static long takenIn(DataSource database, List<String> eventIds) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from intake where event_id = any (?)")) {
            query.setArray(1, connection.createArrayOf("text", eventIds.toArray()));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String secondVersion(Class<? extends HubEvent> type) {
        return CloudEvents.type(type).replaceFirst("\\.v1$", ".v2");
    }

    /** Its value would be no value of the first version. */
    private Event unknown(Publisher publisher, String type) {
        Map<String, String> headers = headers(publisher, publisher.types().getFirst());
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", type);
        byte[] value = "{\"generation\":{\"number\":\"three\"},\"execution\":[]}".getBytes(StandardCharsets.UTF_8);
        return new Event(publisher.topic(), headers, value, false);
    }

    private Event known(Publisher publisher, Class<? extends HubEvent> type) {
        try {
            JsonNode value = Json.mapper().readTree(golden(type));
            extend(value);
            return new Event(
                    publisher.topic(), headers(publisher, type), Json.mapper().writeValueAsBytes(value), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> headers(Publisher publisher, Class<? extends HubEvent> type) {
        try {
            HubEvent data = Json.mapper().readValue(golden(type), type);
            Map<String, String> headers = new LinkedHashMap<>(
                    CloudEvents.headers(Envelope.of(publisher, Instant.now(), storeId, integrationId, null, data)));
            headers.put(MARK, "true");
            return headers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String golden(Class<? extends HubEvent> type) throws IOException {
        try (InputStream sample = NextVersion.class.getResourceAsStream(GOLDEN.formatted(type.getSimpleName()))) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(GOLDEN_EXECUTION, executionId.toString());
        }
    }

    /** Adds a member to this object, and to every one in it. */
    private static void extend(JsonNode node) throws IOException {
        for (JsonNode child : node) {
            extend(child);
        }
        if (node instanceof ObjectNode object) {
            object.set("addedByTheNextVersion", Json.mapper().readTree(NEW_MEMBER));
        }
    }
}
