package io.integrationshub.local.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls the stand-in and holds every answer of a documented operation against the OpenAPI files. */
final class CommerceClient {

    private static final CommerceOpenApi API = CommerceOpenApi.load();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final URI base;
    private final String token;

    CommerceClient(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    static CommerceClient of(CommerceStandIn commerce) {
        return of(commerce, Seeds.CLIENT_ID, Seeds.CLIENT_SECRET);
    }

    static CommerceClient of(CommerceStandIn commerce, String clientId, String clientSecret) {
        var anonymous = new CommerceClient(commerce.baseUrl(), "");
        var answer = anonymous.token(
                "grant_type=client_credentials&client_id=" + clientId + "&client_secret=" + clientSecret);
        assertThat(answer.status()).isEqualTo(200);
        return new CommerceClient(commerce.baseUrl(), answer.text("/access_token"));
    }

    Answer token(String form) {
        return call("POST", "/oauth/access_token", "application/x-www-form-urlencoded", form);
    }

    Answer get(String path) {
        return call("GET", path, null, null);
    }

    Answer delete(String path) {
        return call("DELETE", path, null, null);
    }

    Answer post(String path, String json) {
        return call("POST", path, "application/json", json);
    }

    Answer put(String path, String json) {
        return call("PUT", path, "application/json", json);
    }

    Answer call(String method, String path, String contentType, String body) {
        var answer = raw(method, path, contentType, body);
        assertThat(API.validateResponse(method, path, answer.status(), answer.body()))
                .as("%s %s answered %d %s", method, path, answer.status(), answer.body())
                .isEmpty();
        return answer;
    }

    /** For addresses no file documents. */
    Answer raw(String method, String path, String contentType, String body) {
        try {
            return send(method, path, contentType, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer send(String method, String path, String contentType, String body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    String buyerRealm() {
        return get("/v2/settings/customer-authentication").text("/data/relationships/authentication-realm/data/id");
    }

    String profiles() {
        return "/v2/authentication-realms/" + buyerRealm() + "/oidc-profiles";
    }

    static String profile(String name, String discoveryUrl) {
        return """
            {"data":{"type":"oidc-profile","name":"%s","discovery_url":"%s","client_id":"app-client",
            "client_secret":"app-client-secret"}}""".formatted(name, discoveryUrl);
    }
}
