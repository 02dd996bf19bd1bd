package io.integrationshub.local.commerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches a provider's discovery document, as Commerce does when a profile is created or updated: so the provider must exist
 * and be reachable by then. Five seconds for the whole exchange, no redirects.
 */
final class Discovery implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<String> REQUIRED =
            List.of("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri");

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    /** Refuses with 422 when there is no such document. */
    DiscoveryDocument fetch(String discoveryUrl) {
        var response = get(discoveryUrl);
        if (response.statusCode() != 200) {
            throw refusal("it answered " + response.statusCode());
        }
        var document = parse(response.body());
        for (var member : REQUIRED) {
            if (document.path(member).asText().isEmpty()) {
                throw refusal(member + " is missing");
            }
        }
        return new DiscoveryDocument(
                document.path("issuer").asText(),
                document.path("authorization_endpoint").asText());
    }

    private HttpResponse<byte[]> get(String discoveryUrl) {
        try {
            var request = HttpRequest.newBuilder(URI.create(discoveryUrl))
                    .header("Accept", "application/json")
                    .build();
            // The request's own timeout would end with the headers; this one covers the body as well.
            var pending = client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
            try {
                return pending.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                pending.cancel(true);
                throw refusal("it did not answer within " + PATIENCE.toSeconds() + " seconds");
            }
        } catch (IllegalArgumentException e) {
            throw refusal("it is not an http or https address");
        } catch (ExecutionException e) {
            throw refusal("it cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.internalError();
        }
    }

    private static JsonNode parse(byte[] body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (IOException e) {
            throw refusal("it is not JSON");
        }
    }

    private static Refusal refusal(String reason) {
        return Refusal.unprocessable("No OpenID Connect discovery document at the discovery_url: " + reason);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
