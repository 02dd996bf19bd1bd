package io.integrationshub.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.local.test.TopicAudit;
import io.integrationshub.local.test.Waits;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Many admins at once, two on each draft: they save pages, look what the other did when they were not the first, and both finish.
 * Run by name only; it prints what the page saves took and fails when an update was lost or a draft was finished twice.
 */
@QuarkusTest
class SaveBenchmark extends RunningService {
    private static final int ADMINS = Integer.getInteger("admins", 200);
    private static final int THINK_MILLIS = Integer.getInteger("think", 1000);
    private static final int SAVES = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URI address;

    private final ConcurrentLinkedQueue<Long> saves = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> finishes = new ConcurrentLinkedQueue<>();
    private final String store = Hub.admin().store();
    private final String token = HubInfra.token(store, "admin");
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /** What one admin did: accepted saves of the page that both fight for, and what finishing said. */
    private record Work(String draft, int accepted, int refused, int finish, String integration) {}

    @Test
    void nothingIsLostAndNothingHappensTwice() throws Exception {
        // A hub that admins use has been up for a while: the first crowd warms it and is not counted.
        crowd();
        saves.clear();
        finishes.clear();
        long begun = System.nanoTime();
        List<Work> done = crowd();
        print(Duration.ofNanos(System.nanoTime() - begun), done);

        Map<String, List<Work>> byDraft = done.stream().collect(Collectors.groupingBy(Work::draft));
        byDraft.forEach((draft, works) -> assertThat(works.stream().filter(work -> work.finish() == 202))
                .as("draft %s is finished once", draft)
                .hasSize(1));
        requireOneExecutionEach(done);
    }

    private List<Work> crowd() throws Exception {
        List<String> drafts = new ArrayList<>();
        for (int i = 0; i < ADMINS / 2; i++) {
            drafts.add(complete());
        }
        List<Work> done = new ArrayList<>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Work>> all = new ArrayList<>();
            for (int i = 0; i < ADMINS; i++) {
                String draft = drafts.get(i % drafts.size());
                Random random = new Random(i);
                all.add(people.submit(() -> admin(draft, random)));
            }
            for (Future<Work> each : all) {
                done.add(each.get());
            }
        }
        return done;
    }

    /**
     * Saves the callback URLs, each time one more than was there: a lost update would leave fewer of them than were accepted.
     */
    private Work admin(String draft, Random random) throws Exception {
        int accepted = 0;
        int refused = 0;
        for (int i = 0; i < SAVES; i++) {
            pause(random);
            HttpResponse<String> seen = send("GET", "/api/drafts/" + draft, null, null);
            if (seen.statusCode() == 404) {
                break;
            }
            String tag = seen.headers().firstValue("ETag").orElseThrow();
            int count = JSON.readTree(seen.body())
                    .at("/pages/merchantOrganization/prefix")
                    .asText()
                    .length();
            long before = System.nanoTime();
            HttpResponse<String> saved = send(
                    "PUT",
                    "/api/drafts/" + draft + "/pages/merchant-organization",
                    "{\"enabled\":true,\"prefix\":\"" + "a".repeat(count + 1) + "\"}",
                    tag);
            saves.add(System.nanoTime() - before);
            if (saved.statusCode() == 200) {
                accepted++;
                assertThat(JSON.readTree(saved.body())
                                .at("/pages/merchantOrganization/prefix")
                                .asText())
                        .hasSize(count + 1);
            } else {
                assertThat(saved.statusCode()).isIn(412, 404);
                refused++;
            }
        }
        pause(random);
        long before = System.nanoTime();
        HttpResponse<String> finished = send("POST", "/api/drafts/" + draft + "/finish", "{}", null);
        finishes.add(System.nanoTime() - before);
        String integration = finished.statusCode() == 202
                ? JSON.readTree(finished.body()).path("integrationId").asText()
                : "";
        return new Work(draft, accepted, refused, finished.statusCode(), integration);
    }

    private void requireOneExecutionEach(List<Work> done) throws Exception {
        Map<String, Integer> accepted =
                done.stream().collect(Collectors.toMap(Work::draft, Work::accepted, Integer::sum));
        List<Work> finished = done.stream().filter(work -> work.finish() == 202).toList();
        for (Work work : finished) {
            JsonNode integration = JSON.readTree(send("GET", "/api/integrations/" + work.integration(), null, null)
                    .body());
            // It begins with two characters, and each accepted save adds one.
            assertThat(integration.at("/spec/merchantOrganization/prefix").asText())
                    .as("no update of draft %s is lost", work.draft())
                    .hasSize(2 + accepted.get(work.draft()));
            assertThat(integration.at("/lastExecution/number").asInt()).isEqualTo(1);
        }
        List<String> ids = finished.stream().map(Work::integration).toList();
        Waits.await()
                .untilAsserted(() -> assertThat(TopicAudit.read(HubInfra.kafka().address()).stream()
                                .filter(each -> each.topic().equals("hub.integration.events.v1"))
                                .filter(each -> ids.contains(each.key()))
                                .map(TopicAudit.Entry::key))
                        .as("each integration is announced once")
                        .containsExactlyInAnyOrderElementsOf(ids));
    }

    private String complete() throws Exception {
        String draft = JSON.readTree(send("POST", "/api/drafts", "{}", null).body())
                .path("id")
                .asText();
        String pages = "/api/drafts/" + draft + "/pages/";
        String configuration =
                JSON.writeValueAsString(Hub.configuration(Hub.CLIENT_SECRET, Hub.AWS_SECRET, "acme-shop"));
        assertThat(send("PUT", pages + "configuration", configuration, null).statusCode())
                .isEqualTo(200);
        assertThat(send("PUT", pages + "merchant-organization", "{\"enabled\":true,\"prefix\":\"aa\"}", null)
                        .statusCode())
                .isEqualTo(200);
        return draft;
    }

    private HttpResponse<String> send(String method, String path, String body, String ifMatch) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void pause(Random random) throws InterruptedException {
        if (THINK_MILLIS > 0) {
            Thread.sleep(THINK_MILLIS / 2 + random.nextInt(THINK_MILLIS));
        } else {
            Thread.sleep(ThreadLocalRandom.current().nextInt(2));
        }
    }

    private void print(Duration took, List<Work> done) {
        int accepted = done.stream().mapToInt(Work::accepted).sum();
        int refused = done.stream().mapToInt(Work::refused).sum();
        System.out.printf(
                "%d admins, %d ms between two actions, %.1f s: %d page saves accepted, %d refused (412 or 404)%n",
                ADMINS, THINK_MILLIS, took.toMillis() / 1000.0, accepted, refused);
        print("page save", saves);
        print("finish", finishes);
    }

    private static void print(String what, ConcurrentLinkedQueue<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.printf(
                "%-10s p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms, %d in all%n",
                what, at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1), sorted.size());
    }

    private static double at(List<Long> sorted, double share) {
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / 1e6;
    }
}
