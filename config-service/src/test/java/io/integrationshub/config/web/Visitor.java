package io.integrationshub.config.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody with an old browser: cookies, redirects and forms, no JavaScript. */
final class Visitor {
    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private Visitor(URI base) {
        this.base = base;
    }

    static Visitor signedIn(URI base, String user, String store, String role) {
        Visitor visitor = new Visitor(base);
        HttpResponse<String> login = visitor.send(HttpRequest.newBuilder(base));
        String claims =
                "{\"store_id\":\"%s\",\"roles\":[\"%s\"],\"preferred_username\":\"%s\"}".formatted(store, role, user);
        visitor.send(form(login.uri(), Map.of("username", user, "claims", claims)));
        return visitor;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html"));
    }

    /** Sends a form of the hub's own page. */
    HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, fields, "same-origin");
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String site) {
        return send(form(base.resolve(path), fields).header("Sec-Fetch-Site", site));
    }

    private static HttpRequest.Builder form(URI uri, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(uri)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
