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
import java.util.function.Supplier;

/**
 * A JSON client that writes down what it is answered. It repeats nothing.
 *
 * @param address asked before each request
 * @param token {@code ""} for an open address
 */
public record Rest(HttpClient http, Supplier<URI> address, String token, Journal journal) {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(1);

    Rest(HttpClient http, URI base, String token, Journal journal) {
        this(http, () -> base, token, journal);
    }

    URI base() {
        return address.get();
    }

    /**
     * What came back.
     *
     * @param trace id of the trace in the header {@code traceresponse}, {@code ""} when there is none
     */
    public record Answer(String request, int status, String body, String trace) {
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

    private static String trace(HttpResponse<?> response) {
        return response.headers()
                .firstValue("traceresponse")
                .map(value -> value.replaceFirst("^00-([0-9a-f]{32})-.*$", "$1"))
                .orElse("");
    }

    private Answer exchange(String method, String path, HttpRequest.BodyPublisher body) {
        String url = base() + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            Answer answer = new Answer(method + " " + url, response.statusCode(), response.body(), trace(response));
            journal.add(answer + " " + response.headers().map());
            if (answer.status() >= 500) {
                journal.addUnanswered(answer.toString());
            }
            return answer;
        } catch (IOException e) {
            String what = method + " " + url + ": " + e;
            journal.addUnanswered(what);
            throw new UncheckedIOException(what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
