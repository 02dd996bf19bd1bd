package io.integrationshub.log.rest;

import static io.integrationshub.contracts.Publisher.PROVISIONER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.local.test.Browser;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.local.test.TopicAudit;
import io.integrationshub.log.Hub;
import io.integrationshub.log.HubService;
import io.integrationshub.log.Story;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/**
 * What came in sealed, or is a secret of the store, is nowhere to be read: not in answers, streams, pages, exports, errors, notices
 * or dead letters.
 */
@QuarkusTest
@HubService
class MarkerSecretsIT {
    private static final String MARKER = "MARKER-" + UUID.randomUUID();
    private static final List<String> SECRETS =
            List.of(MARKER, Story.SEALED.ciphertext(), Story.ACCESS_KEY, "TEMPLATEBODY", "client-0123456789abcdef");

    private final String store = "store-" + UUID.randomUUID();
    private final Story story = new Story(store);

    @TestHTTPResource("/")
    URI base;

    @Test
    void noSecretIsToldAnywhere() {
        Hub.publish(story.requested(1, Trigger.CONFIGURED)
                .failed(PROVISIONER, "List User Pool", 30, 1, Story.DENIED, null)
                .provisioningFailed("List User Pool")
                .events());
        Hub.awaitStatus(story, "FAILED");
        for (String body : List.of(
                "{ \"aws\": \"" + MARKER,
                "{\"generation\":\"" + MARKER + "\"}",
                "{\"spec\":{\"aws\":[\"" + MARKER + "\"]}}")) {
            Hub.send(poison(body));
        }
        String id = story.execution().id().toString();

        Hub.eventually()
                .untilAsserted(() -> assertThat(Hub.topics())
                        .filteredOn(entry -> entry.topic().endsWith(".dlq"))
                        .filteredOn(entry -> store.equals(entry.headers().get("ce_storeid")))
                        .hasSize(3)
                        .allSatisfy(entry -> assertThat(headers(entry)).doesNotContain(SECRETS)));
        for (String path : List.of(
                "/api/executions",
                "/api/executions/" + id,
                "/api/executions/" + id + "/steps",
                "/api/executions/" + id + "/logs",
                "/api/executions/" + id + "/lineage",
                "/api/executions/" + id + "/retry/preview",
                "/api/executions/" + id + "/evidence",
                "/api/statistics",
                "/api/issues",
                "/api/dead-letters",
                "/api/executions?status=" + MARKER,
                "/api/executions?cursor=" + MARKER,
                "/api/executions?since=" + MARKER,
                "/api/executions?integration=" + MARKER)) {
            silent(path, Hub.get(store, path));
        }
        silent("html", Hub.as(store, "viewer").accept("text/html").get("/api/executions/{id}/evidence", id));
        for (String body : List.of("{\"revision\":\"" + MARKER + "\"}", "{\"confirmed\":\"" + MARKER + "\"}", MARKER)) {
            silent(
                    body,
                    Hub.as(store, "operator")
                            .contentType("application/json")
                            .body(body)
                            .post("/api/executions/{id}/retry", id));
        }
    }

    @Test
    void noAlertTellsASecretNotEvenItsOwnAddress() {
        String sent = AlertsIT.rule(store, "/" + MARKER, "\"trigger\":\"EXECUTION_FAILED\"");
        String failed = AlertsIT.rule(store, "/broken/" + MARKER, "\"trigger\":\"CONNECTION_ERROR\"");
        Story now = new Story(store, UUID.randomUUID(), Instant.now());
        Hub.publish(now.requested(1, Trigger.CONFIGURED)
                .failedFor("List User Pool", Story.DENIED)
                .events());
        Hub.eventually().untilAsserted(() -> {
            AlertsIT.notices(store, sent).then().body("items.state", contains("SENT"));
            AlertsIT.notices(store, failed).then().body("items.state", contains("FAILED"));
        });

        silent("notices", AlertsIT.notices(store, sent));
        silent("failed notices", AlertsIT.notices(store, failed));
        silent("audit", Hub.as(store, "auditor").get("/api/audit"));
        Browser anna = Browser.signedIn(base, "anna", store, "admin");
        for (String page : List.of(
                "/alerts",
                "/alerts/new",
                "/alerts/" + sent,
                "/alerts/" + failed,
                "/alerts/" + failed + "/remove",
                "/audit",
                "/executions/" + now.execution().id() + "/live")) {
            HttpResponse<String> answer = anna.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.body() + answer.headers()).as(page).doesNotContain(SECRETS);
        }
    }

    @Test
    void noStreamTellsASecret() throws Exception {
        try (EventStream list = stream("/api/executions/stream")) {
            Hub.publish(story.requested(1, Trigger.CONFIGURED)
                    .started(PROVISIONER, "List User Pool", 30, 1)
                    .events());
            Hub.awaitStatus(story, "RUNNING");
            try (EventStream one = stream("/api/executions/" + story.execution().id() + "/stream")) {
                Hub.publish(story.failed(PROVISIONER, "List User Pool", 30, 1, Story.DENIED, null)
                        .provisioningFailed("List User Pool")
                        .events());
                Hub.eventually().until(one::over);
                Hub.eventually()
                        .untilAsserted(() -> assertThat(list.named("execution"))
                                .anySatisfy(told -> assertThat(
                                                told.data().get("status").asText())
                                        .isEqualTo("FAILED")));

                assertThat(one.named("step")).isNotEmpty();
                assertThat(one.named("log")).isNotEmpty();
                assertThat(one.raw() + list.raw()).doesNotContain(SECRETS);
            }
        }
    }

    private EventStream stream(String path) throws Exception {
        return EventStream.open(base.resolve(path), HubInfra.token(store, "viewer"), null);
    }

    private static void silent(String what, Response answer) {
        assertThat(answer.asString() + answer.headers()).as(what).doesNotContain(SECRETS);
    }

    private static String headers(TopicAudit.Entry entry) {
        return entry.headers().toString();
    }

    private ProducerRecord<String, byte[]> poison(String body) {
        ProducerRecord<String, byte[]> request = Hub.record(
                new Story(store).requested(1, Trigger.CONFIGURED).events().getFirst());
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Publisher.CONFIG.topic(), request.key(), body.getBytes(StandardCharsets.UTF_8));
        Arrays.stream(request.headers().toArray()).forEach(record.headers()::add);
        return record;
    }
}
