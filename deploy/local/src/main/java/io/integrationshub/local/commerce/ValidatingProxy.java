package io.integrationshub.local.commerce;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands in front of a Commerce, passes every call on and holds both sides of it against the published OpenAPI files. Its own
 * address takes the place of Commerce's in answers, so that whoever follows a link comes through here as well. Listens on the
 * loopback address only. {@code GET /_proxy/conformance} tells {@code {"exchanges", "violations"}}.
 */
public final class ValidatingProxy implements AutoCloseable {
    private static final String OWN = "/_proxy/conformance";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> PASSED_ON =
            List.of("Authorization", "Content-Type", "Accept", "EP-Beta-Features");

    private final HttpServer server;
    private final URI commerce;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final Conformance conformance = new Conformance(CommerceOpenApi.load());

    private ValidatingProxy(HttpServer server, URI commerce) {
        this.server = server;
        this.commerce = commerce;
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Starts.
     *
     * @param port 0 = any free port
     * @param commerce base URL of what stands behind it
     * @throws UncheckedIOException when the port is taken
     */
    public static ValidatingProxy start(int port, URI commerce) {
        try {
            return new ValidatingProxy(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0), commerce);
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy cannot listen on port " + port, e);
        }
    }

    /** What takes the place of Commerce's base URL. */
    public URI baseUrl() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** What went through, and what broke the files. */
    public Conformance conformance() {
        return conformance;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = Conformance.target(exchange.getRequestURI());
            if (target.equals(OWN)) {
                send(exchange, Reply.json(200, ControlEndpoints.toJson(conformance)));
                return;
            }
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            send(exchange, passOn(exchange, target, body));
        }
    }

    private Reply passOn(HttpExchange exchange, String target, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(commerce + target))
                .timeout(PATIENCE)
                .method(
                        exchange.getRequestMethod(),
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        PASSED_ON.forEach(
                name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                        .ifPresent(value -> request.header(name, value)));
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            hold(exchange, target, body, answer, type);
            return new Reply(
                    answer.statusCode(),
                    answer.headers()
                            .firstValue("Location")
                            .map(location -> Map.of("Content-Type", type, "Location", here(location)))
                            .orElseGet(() -> Map.of("Content-Type", type)),
                    here(answer.body()));
        } catch (IOException e) {
            return Reply.html(502, "<!doctype html><title>Bad Gateway</title><h1>Commerce does not answer</h1>");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.html(502, "<!doctype html><title>Bad Gateway</title><h1>The proxy stops</h1>");
        }
    }

    private void hold(
            HttpExchange exchange, String target, String body, HttpResponse<String> answer, String answerType) {
        if (target.startsWith(ControlEndpoints.ROOT + "/")) {
            return;
        }
        Conformance.Exchange whole = new Conformance.Exchange(
                exchange.getRequestMethod(),
                target,
                Conformance.mediaType(exchange.getRequestHeaders().getFirst("Content-Type")),
                body,
                answer.statusCode(),
                Conformance.mediaType(answerType),
                answer.body());
        conformance.request(whole);
        conformance.answer(whole);
    }

    /** Plain, and as it stands in the query of another address. */
    private String here(String text) {
        String behind = commerce.toString();
        String here = baseUrl().toString();
        return text.replace(behind, here).replace(encoded(behind), encoded(here));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach((name, value) -> {
            if (!value.isEmpty()) {
                exchange.getResponseHeaders().set(name, value);
            }
        });
        byte[] body = reply.bytes();
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Ends running calls and frees the port; what stands behind it goes on. */
    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
        client.shutdownNow();
    }
}
