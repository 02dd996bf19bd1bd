package io.integrationshub.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.contracts.CloudEvents;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.ExecutionRetryRequested;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.local.test.TopicAudit;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetryIT extends RunningService {
    private static final String IN = "hub.execution.events.v1";
    private static final String OUT = "hub.integration.events.v1";

    private final Hub admin = Hub.admin();

    @Test
    void aWantedRetryIsANewExecutionOfTheLatestRevision() {
        JsonNode first = admin.configured();
        String integration = first.path("integrationId").asText();
        Envelope request = retry(admin.store(), first, first.path("executionId").asText());

        send(integration, request);

        List<TopicAudit.Entry> records = Hub.records(OUT, integration, 2);
        JsonNode again = Hub.json(records.get(1).text());
        assertThat(records.get(1).headers()).containsEntry("ce_causationid", request.id());
        assertThat(again.at("/execution/number").asInt()).isEqualTo(2);
        assertThat(again.at("/execution/trigger").asText()).isEqualTo("retry");
        assertThat(again.at("/execution/retryOf").asText())
                .isEqualTo(first.path("executionId").asText());
        assertThat(again.at("/execution/actor").asText()).isEqualTo("grace");
        assertThat(again.at("/execution/reason").asText()).isEqualTo("the domain is free now");
        assertThat(again.path("generation").asInt()).isEqualTo(1);
        assertThat(again.path("spec")).isEqualTo(Hub.json(records.get(0).text()).path("spec"));
    }

    @Test
    void aCertainRevisionIsTriedAgainWhenItIsAskedForAndAnUnknownOneIsNot() {
        JsonNode first = admin.configured();
        String integration = first.path("integrationId").asText();
        String draft = Hub.json(admin.request()
                        .body("{}")
                        .post("/api/integrations/" + integration + "/reconfigure")
                        .then()
                        .statusCode(201))
                .path("id")
                .asText();
        admin.put(draft, "merchant-organization", Map.of("enabled", true, "prefix", "other"))
                .statusCode(200);
        JsonNode second = Hub.json(admin.finish(draft).statusCode(202));
        String execution = second.path("executionId").asText();

        send(integration, retry(admin.store(), second, execution, 99L));
        send(integration, withId(retry(admin.store(), second, execution, 1L), "the-same-wish-for-another-revision"));

        List<TopicAudit.Entry> records = Hub.records(OUT, integration, 3);
        JsonNode again = Hub.json(records.get(2).text());
        assertThat(again.at("/execution/retryOf").asText()).isEqualTo(execution);
        assertThat(again.path("generation").asInt()).isEqualTo(1);
        assertThat(again.at("/spec/merchant/prefix").asText()).isEqualTo("acme");
    }

    @Test
    void aSecondRetryAForeignOneAndOneOfAPausedIntegrationDoNothing() {
        JsonNode first = admin.configured();
        String integration = first.path("integrationId").asText();
        String execution = first.path("executionId").asText();
        JsonNode paused = admin.configured();
        String pausedId = paused.path("integrationId").asText();
        admin.request().post("/api/integrations/" + pausedId + "/pause").then().statusCode(200);
        Envelope wanted = retry(admin.store(), first, execution);

        send(integration, retry("another-store", first, execution));
        send(integration, retry(admin.store(), first, UUID.randomUUID().toString()));
        send(pausedId, retry(admin.store(), paused, paused.path("executionId").asText()));
        send(integration, wanted);
        send(integration, wanted);
        send(integration, withId(wanted, "the-same-wish-under-another-id"));
        // Something that is done comes last in the partition of each, so what was before it has been read.
        JsonNode fence = Hub.json(Hub.records(OUT, integration, 2).get(1).text());
        send(integration, retry(admin.store(), first, fence.at("/execution/id").asText()));

        List<TopicAudit.Entry> records = Hub.records(OUT, integration, 3);
        assertThat(records)
                .extracting(
                        each -> Hub.json(each.text()).at("/execution/retryOf").asText())
                .containsExactly("", execution, fence.at("/execution/id").asText());
        admin.request()
                .get("/api/integrations/" + pausedId)
                .then()
                .body("lastExecution.number", equalTo(1), "state", equalTo("PAUSED"));
    }

    @Test
    void whatCannotBeReadIsPutAsideAndTheNextIsDone() {
        JsonNode first = admin.configured();
        String integration = first.path("integrationId").asText();
        Envelope request = retry(admin.store(), first, first.path("executionId").asText());
        Map<String, String> headers = CloudEvents.headers(request);

        send(integration, Map.of(), "no headers".getBytes(StandardCharsets.UTF_8));
        send(integration, headers, "not JSON".getBytes(StandardCharsets.UTF_8));
        send(integration, headers, "{\"executionId\":\"not-an-id\"}".getBytes(StandardCharsets.UTF_8));
        send(integration, headers, null);
        send(integration, request);

        assertThat(Hub.records(OUT, integration, 2)).hasSize(2);
        assertThat(Hub.records(IN + ".dlq", integration, 4))
                .extracting(TopicAudit.Entry::text)
                .containsExactly("no headers", "not JSON", "{\"executionId\":\"not-an-id\"}", "");
    }

    private static Envelope retry(String store, JsonNode started, String execution) {
        return retry(store, started, execution, null);
    }

    private static Envelope retry(String store, JsonNode started, String execution, Long generation) {
        return Envelope.of(
                Publisher.EXECUTION_LOG,
                Instant.parse("2026-11-23T10:15:30Z"),
                store,
                UUID.fromString(started.path("integrationId").asText()),
                null,
                new ExecutionRetryRequested(
                        UUID.fromString(execution), Trigger.RETRY, "grace", "the domain is free now", generation));
    }

    private static Envelope withId(Envelope event, String id) {
        return new Envelope(
                id,
                event.source(),
                event.time(),
                event.storeId(),
                event.integrationId(),
                event.causationId(),
                event.traceparent(),
                event.data());
    }

    private static void send(String key, Envelope event) {
        send(key, CloudEvents.headers(event), CloudEvents.value(event));
    }

    private static void send(String key, Map<String, String> headers, byte[] value) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", HubInfra.kafka().address());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(IN, key, value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError("The broker did not take the record", e);
        }
    }
}
