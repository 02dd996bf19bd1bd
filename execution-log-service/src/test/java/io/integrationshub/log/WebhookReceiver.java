package io.integrationshub.log;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.integrationshub.contracts.Json;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Takes webhooks: answers each path that begins with {@code /broken} with 503, everything else with 204. {@code GET} of a path tells
 * what was posted there. And what the service needs to be told to send any.
 */
public final class WebhookReceiver implements QuarkusTestResourceLifecycleManager {
    /** The hub's key. */
    public static final String SIGNING_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private HttpServer server;

    /** A webhook as it came. */
    public record Received(String path, Map<String, String> headers, String body) {}

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
        return Map.of(
                "hub.log.alerts.signing-key", SIGNING_KEY,
                "hub.log.alerts.local-origins",
                        "http://localhost:" + server.getAddress().getPort(),
                "hub.log.alerts.collect", "1s",
                "hub.log.alerts.attempts", "1",
                "hub.log.alerts.email", "true",
                "quarkus.mailer.mock", "true");
    }

    private void take(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                byte[] answer = Json.mapper()
                        .writeValueAsBytes(received.stream()
                                .filter(one -> one.path().equals(path))
                                .toList());
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                return;
            }
            Map<String, String> headers = new java.util.TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(path, headers, body));
            exchange.sendResponseHeaders(path.startsWith("/broken") ? 503 : 204, -1);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
