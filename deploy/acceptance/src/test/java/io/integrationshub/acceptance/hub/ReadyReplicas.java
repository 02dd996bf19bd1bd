package io.integrationshub.acceptance.hub;

import static io.integrationshub.local.test.Waits.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Shares requests out among the replicas that say that they are ready, in turn: what a Service of Kubernetes does. */
public final class ReadyReplicas implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Map<HubService, List<URI>> all = new ConcurrentHashMap<>();
    private final Map<URI, Boolean> ready = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final ScheduledExecutorService looking = Executors.newScheduledThreadPool(4);

    public ReadyReplicas(Addresses addresses, int replicas) {
        for (HubService service : HubService.values()) {
            all.put(
                    service,
                    IntStream.rangeClosed(1, replicas)
                            .mapToObj(number -> addresses.replica(service, number))
                            .toList());
        }
        all.values().stream().flatMap(List::stream).forEach(replica -> {
            look(replica);
            var unused = looking.scheduleWithFixedDelay(
                    () -> look(replica), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    /** Whose turn it is. */
    URI next(HubService service) {
        List<URI> choice = all.get(service).stream().filter(ready::get).toList();
        if (choice.isEmpty()) {
            throw new AssertionError("No replica of " + service + " is ready");
        }
        return choice.get(Math.floorMod(turn.getAndIncrement(), choice.size()));
    }

    /** Returns when all replicas of all services are ready. */
    public void awaitAll() {
        await("all replicas are ready")
                .atMost(LIMIT)
                .pollInterval(LOOK)
                .until(() -> all.values().stream().flatMap(List::stream).allMatch(ready::get));
    }

    private void look(URI replica) {
        HttpRequest request = HttpRequest.newBuilder(replica.resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            ready.put(replica, http.send(request, BodyHandlers.discarding()).statusCode() == 200);
        } catch (IOException e) {
            ready.put(replica, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
        http.close();
    }
}
