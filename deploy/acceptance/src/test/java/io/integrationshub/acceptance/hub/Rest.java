package io.integrationshub.acceptance.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A JSON client that writes down what it is answered.
 *
 * @param token {@code ""} for an open address
 */
public record Rest(HttpClient http, URI base, String token, Journal journal) {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** What came back. */
    public record Answer(String request, int status, String body) {
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError(this + " is no JSON", e);
            }
        }

        /** Requires 2xx. */
        public JsonNode success() {
            if (status / 100 != 2) {
                throw new AssertionError(toString());
            }
            return json();
        }
    }

    public Answer get(String path) {
        return exchange("GET", path, BodyPublishers.noBody());
    }

    /** @param body text is sent as it is, anything else as JSON */
    public Answer send(String method, String path, Object body) {
        String text =
                body instanceof String string ? string : JSON.valueToTree(body).toString();
        return exchange(method, path, BodyPublishers.ofString(text));
    }

    private Answer exchange(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            Answer answer = new Answer(method + " " + base + path, response.statusCode(), response.body());
            journal.add(answer + " " + response.headers().map());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + base + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
