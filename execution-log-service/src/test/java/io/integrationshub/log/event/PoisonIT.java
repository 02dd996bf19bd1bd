package io.integrationshub.log.event;

import static io.integrationshub.contracts.Publisher.PROVISIONER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.local.test.NextVersion;
import io.integrationshub.local.test.TopicAudit;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

@QuarkusTest
@HubService
class PoisonIT {
    private static final String MARKER = "MARKER-9f3c";

    private final Story story = new Story("store-" + UUID.randomUUID());

    @Test
    void unreadableRecordsAreSetAsideWithTheirCoordinatesWhileTheOthersFlow() {
        story.requested(1, Trigger.CONFIGURED);
        List<RecordMetadata> poison = new ArrayList<>();
        for (Publisher publisher : Publisher.values()) {
            poison.add(Hub.send(bare(publisher, "no CloudEvent " + MARKER)));
            poison.add(Hub.send(bare(publisher, null)));
        }
        poison.add(Hub.send(with("{ not json " + MARKER, "ce_type", null)));
        poison.add(Hub.send(with(null, "ce_type", null)));
        poison.add(Hub.send(with("null", "ce_type", null)));
        poison.add(Hub.send(with("{\"generation\":\"" + MARKER + "\"}", "ce_type", null)));
        poison.add(Hub.send(with("{\"generation\":1}", "ce_type", null)));
        poison.add(Hub.send(with("{}", "ce_time", MARKER)));
        poison.add(Hub.send(with("{}", "ce_subject", MARKER)));
        poison.add(Hub.send(with("{}", "ce_specversion", "0.3")));
        poison.add(Hub.send(keyless()));
        poison.add(Hub.send(with(endOfTime(), "ce_type", null)));

        Hub.publish(story.straightThrough().events());

        Hub.awaitStatus(story, "SUCCEEDED");
        Hub.eventually().untilAsserted(() -> {
            List<TopicAudit.Entry> dead = Hub.topics().stream()
                    .filter(entry -> entry.topic().endsWith(".dlq"))
                    .toList();
            assertThat(poison)
                    .allSatisfy(record -> assertThat(dead)
                            .filteredOn(entry -> isOf(entry, record))
                            .singleElement()
                            .satisfies(entry -> assertThat(entry.headers().get("dead-letter-reason"))
                                    .isNotBlank()
                                    .doesNotContain(MARKER)));
        });
    }

    @Test
    void aDeadLetterIsShownWithoutItsContentAndPutBackWithOneClick() {
        RecordMetadata poison = Hub.send(with("{ not json " + MARKER, "ce_type", null));
        String from = "items.find { it.from?.offset == %d && it.from.topic == '%s' && it.from.partition == %d }"
                .formatted(poison.offset(), poison.topic(), poison.partition());
        Hub.eventually()
                .untilAsserted(() -> Hub.get(story.storeId, "/api/dead-letters")
                        .then()
                        .statusCode(200)
                        .body(from + ".reason", not(blankOrNullString()))
                        .body(not(containsString(MARKER))));
        Map<String, Object> at = Hub.get(story.storeId, "/api/dead-letters").path(from + ".at");
        Hub.get("another-store", "/api/dead-letters").then().body(from, nullValue());
        String replay =
                "/api/dead-letters/%s/%s/%s/replay".formatted(at.get("topic"), at.get("partition"), at.get("offset"));
        Hub.as(story.storeId, "viewer").post(replay).then().statusCode(403);
        Hub.as("another-store", "operator").post(replay).then().statusCode(404);

        Hub.as(story.storeId, "operator").post(replay).then().statusCode(204);

        Hub.get(story.storeId, "/api/dead-letters").then().body(from + ".replayedBy", equalTo("tester"));
        // Still unreadable: it is set aside once more, under its new place.
        Hub.eventually()
                .untilAsserted(() -> assertThat(Hub.topics())
                        .filteredOn(entry ->
                                entry.topic().endsWith(".dlq") && entry.text().contains("{ not json"))
                        .filteredOn(
                                entry -> story.storeId.equals(entry.headers().get("ce_storeid")))
                        .hasSize(2));
    }

    @Test
    void whatTheNextVersionPublishesIsTakenOrLeftAlone() {
        NextVersion next = new NextVersion(story.storeId, story.integrationId);
        next.publish(Publisher.values());

        Hub.publish(story.requested(8, Trigger.CONFIGURED).straightThrough().events());

        Hub.awaitStatus(story, "SUCCEEDED");
        Hub.get(story.storeId, "/api/executions/{id}", next.executionId())
                .then()
                .statusCode(200)
                .body("number", equalTo(7));
        assertThat(next.deadLetters()).isEmpty();
    }

    @Test
    void textThatADatabaseCannotHoldIsNoPoison() {
        story.requested(1, Trigger.CONFIGURED)
                .log(PROVISIONER, "List User Pool", 30, 1, 1, "nul \u0000, SURROGATE, \u001b[31m, ${jndi:x}")
                .provisioningFailed("nul \u0000 step");

        story.events().stream()
                .map(Hub::record)
                .map(PoisonIT::withALoneSurrogate)
                .forEach(Hub::send);

        Hub.awaitStatus(story, "FAILED");
        Hub.get(story.storeId, "/api/executions/{id}/logs", story.execution().id())
                .then()
                .statusCode(200);
    }

    /** JSON can say what is no character at all. */
    private static ProducerRecord<String, byte[]> withALoneSurrogate(ProducerRecord<String, byte[]> record) {
        String value = new String(record.value(), StandardCharsets.UTF_8).replace("SURROGATE", "\\ud800");
        return new ProducerRecord<>(record.topic(), null, record.key(), bytes(value), record.headers());
    }

    private static boolean isOf(TopicAudit.Entry dead, RecordMetadata record) {
        return dead.topic().equals(record.topic() + ".dlq")
                && record.topic().equals(dead.headers().get("dead-letter-topic"))
                && Integer.toString(record.partition()).equals(dead.headers().get("dead-letter-partition"))
                && Long.toString(record.offset()).equals(dead.headers().get("dead-letter-offset"));
    }

    private ProducerRecord<String, byte[]> bare(Publisher publisher, String value) {
        return new ProducerRecord<>(publisher.topic(), story.integrationId.toString(), bytes(value));
    }

    private ProducerRecord<String, byte[]> keyless() {
        return new ProducerRecord<>(Publisher.CONFIG.topic(), bytes("{}"));
    }

    /** A record like that of a request, with another body and one other header. */
    private ProducerRecord<String, byte[]> with(String value, String header, String text) {
        ProducerRecord<String, byte[]> request = Hub.record(new Story(story.storeId)
                .requested(1, Trigger.CONFIGURED)
                .events()
                .getFirst());
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(request.topic(), request.key(), bytes(value));
        Arrays.stream(request.headers().toArray()).forEach(record.headers()::add);
        if (text != null) {
            record.headers().remove(header).add(header, bytes(text));
        }
        return record;
    }

    /** Readable, but no database has such a time. */
    private static String endOfTime() {
        return "{\"generation\":1,\"spec\":{\"userPool\":{\"name\":\"x\"}},\"execution\":{\"id\":\"" + UUID.randomUUID()
                + "\",\"number\":1,\"trigger\":\"configured\",\"requestedAt\":\"+999999999-12-31T23:59:59Z\"}}";
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
