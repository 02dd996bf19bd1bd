package io.integrationshub.local.commerce;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A tiny identity provider: answers discovery documents under paths the test names, or holds the answer back. */
final class DiscoveryServer implements AutoCloseable {

    record Page(int status, String body) {}

    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);

    DiscoveryServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                var path = exchange.getRequestURI().getPath();
                if (path.equals("/held")) {
                    asked.countDown();
                    held.await();
                }
                var page = pages.getOrDefault(path, new Page(404, "nothing here"));
                var bytes = page.body().getBytes(StandardCharsets.UTF_8);
                if (page.status() == 302) {
                    exchange.getResponseHeaders().set("Location", url("/good"));
                }
                exchange.sendResponseHeaders(page.status(), bytes.length);
                exchange.getResponseBody().write(bytes);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        var document = """
                {"issuer":"%s","authorization_endpoint":"https://idp.example/oauth2/authorize",
                "token_endpoint":"https://idp.example/oauth2/token","jwks_uri":"https://idp.example/jwks.json"}""".formatted(url("/pool"));
        pages.put("/good", new Page(200, document));
        pages.put("/held", new Page(200, document));
        pages.put("/moved", new Page(302, document));
        pages.put("/html", new Page(200, "<html></html>"));
        for (var member : new String[] {"issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"}) {
            pages.put("/without-" + member, new Page(200, document.replace('"' + member + '"', "\"other\"")));
        }
    }

    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** Waits until somebody has asked for {@code /held}. */
    void awaitHeldRequest() throws InterruptedException {
        asked.await();
    }

    void release() {
        held.countDown();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }
}
