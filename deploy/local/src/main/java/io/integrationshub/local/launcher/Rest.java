package io.integrationshub.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * A JSON client for one service.
 *
 * @param token bearer token, empty for an open address
 */
record Rest(HttpClient http, URI base, Optional<String> token) {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /**
     * What is there, or nothing where the answer is 404.
     *
     * @throws LaunchException on any other answer than 2xx
     */
    Optional<JsonNode> find(String path) {
        HttpResponse<String> response = exchange("GET", path, BodyPublishers.noBody());
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(body("GET", path, response));
    }

    /**
     * The answer's body, a missing node where it has none.
     *
     * @throws LaunchException naming status and body on any other answer than 2xx
     */
    JsonNode send(String method, String path, JsonNode body) {
        return body(method, path, exchange(method, path, BodyPublishers.ofString(body.toString())));
    }

    private JsonNode body(String method, String path, HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new LaunchException(
                    method + " " + base + path + " answered " + response.statusCode() + " " + response.body());
        }
        try {
            return response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new LaunchException(method + " " + base + path + " did not answer with JSON", e);
        }
    }

    private HttpResponse<String> exchange(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(LIMIT)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, body);
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LaunchException("No answer to " + method + " " + base + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted", e);
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Rest[" + base + "]";
    }
}
