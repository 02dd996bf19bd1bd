package io.integrationshub.log.bench;

import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.log.Hub;
import io.integrationshub.log.Story;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** How long it takes from publishing an event until the list over HTTP shows its execution, while others arrive at a steady rate. */
final class Visibility {
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int FIRST_PROBES = 30;
    private static final int PROBES = 200;
    private static final Duration TICK = Duration.ofMillis(10);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final double rate;
    private final HttpClient http = HttpClient.newHttpClient();

    Visibility(double rate) {
        this.rate = rate;
    }

    void measure() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        long[] sent = new long[1];
        Thread others = Thread.ofPlatform().start(() -> sent[0] = publish(over));
        long begun = System.nanoTime();
        Thread.sleep(WARM_UP);
        double[] took = new double[PROBES];
        // The first ones warm what they use themselves, and are not counted.
        for (int i = -FIRST_PROBES; i < PROBES; i++) {
            double seen = probe();
            if (i >= 0) {
                took[i] = seen;
            }
            Thread.sleep(20);
        }
        over.set(true);
        others.join();
        Arrays.sort(took);
        System.out.printf(
                "ingest: visible in the list at %,.0f events/s (half of the peak): p50 %.0f ms, p99 %.0f ms (wanted 250),"
                        + " longest %.0f ms%n",
                sent[0] / BareLoop.seconds(begun), took[PROBES / 2], took[PROBES * 99 / 100], took[PROBES - 1]);
    }

    private long publish(AtomicBoolean over) {
        String store = "bench-" + UUID.randomUUID();
        List<Envelope> waiting = new ArrayList<>();
        long sent = 0;
        long begun = System.nanoTime();
        while (!over.get()) {
            long due = (long) (rate * BareLoop.seconds(begun)) - sent;
            while (waiting.size() < due) {
                waiting.addAll(new Story(store, UUID.randomUUID(), Instant.now())
                        .requested(1, Trigger.CONFIGURED)
                        .straightThrough()
                        .events());
            }
            List<Envelope> now = waiting.subList(0, (int) due);
            Hub.publishAll(now);
            sent += due;
            now.clear();
            LockSupport.parkNanos(TICK.toNanos());
        }
        return sent;
    }

    private double probe() throws Exception {
        String store = "probe-" + UUID.randomUUID();
        Story story = new Story(store).requested(1, Trigger.CONFIGURED);
        HttpRequest list = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/executions"))
                .header("Authorization", "Bearer " + HubInfra.token(store, "viewer"))
                .build();
        String id = story.execution().id().toString();
        long begun = System.nanoTime();
        Hub.publish(story.events());
        while (!http.send(list, HttpResponse.BodyHandlers.ofString()).body().contains(id)) {
            if (BareLoop.seconds(begun) > LIMIT.toSeconds()) {
                throw new IllegalStateException("Not visible for " + LIMIT);
            }
            Thread.sleep(2);
        }
        return BareLoop.seconds(begun) * 1000;
    }
}
