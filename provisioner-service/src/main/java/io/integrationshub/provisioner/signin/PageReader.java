package io.integrationshub.provisioner.signin;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.provisioner.domain.ProvisioningException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads pages: no redirects by itself, no cookies, at most so much, and all of it within so long. */
final class PageReader {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int LARGEST = 256 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** A page as far as it was read. */
    record Page(URI address, int status, String contentType, Optional<String> location, String body) {
        boolean isRedirect() {
            return status / 100 == 3 && location.isPresent();
        }

        /** For people. The query is left out, and the body too. */
        String seen() {
            return "status " + status + " (" + (contentType.isEmpty() ? "no content type" : contentType) + ") at "
                    + address.getHost() + address.getPath();
        }
    }

    Page read(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "text/html, application/json")
                .build();
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, head -> new CappedBody(LARGEST));
        try {
            HttpResponse<String> response = answer.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            return new Page(
                    address,
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("Location"),
                    response.body());
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            throw ProvisioningException.hub(
                    ErrorClass.TRANSIENT,
                    "SIGN_IN_UNREACHABLE",
                    address.getHost() + " does not answer. It is looked at again; a new domain takes up to a minute",
                    "sign-in-check");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while reading " + address.getHost(), e);
        }
    }
}
