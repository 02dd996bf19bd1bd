package io.integrationshub.local.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * A stand-in for AWS or Commerce that {@link HubInfra} started, with its control endpoint.
 *
 * @param uri where the stand-in answers
 */
public record StandIn(URI uri) {
    /** One for all, as tests ask very often. */
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What exists at the stand-in now, as JSON. */
    public String state() {
        return control("GET", "state", "");
    }

    /**
     * Sends {@code body} (JSON, may be empty) to {@code /_control/<path>}.
     *
     * @return the answer's body
     * @throws IllegalStateException when the answer is not 2xx
     */
    public String control(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(uri.resolve("/_control/" + path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        method + " " + path + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
