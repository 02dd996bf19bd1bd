package io.integrationshub.local.cognito;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a signature covers: method, address, headers and the bytes of the body. */
record SignedRequest(String method, URI uri, Headers headers, byte[] body) {
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final int LARGEST_BODY = 2 * 1024 * 1024;

    static SignedRequest read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new AwsError("RequestEntityTooLargeException", 413, "Request is too large.");
        }
        return new SignedRequest(
                exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body);
    }

    Optional<String> header(String name) {
        List<String> values = headers.get(name);
        return values == null
                ? Optional.empty()
                : Optional.of(values.stream()
                        .map(value -> value.strip().replaceAll(" +", " "))
                        .collect(Collectors.joining(",")));
    }

    /** The trace that the request belongs to, by its W3C {@code traceparent} header; empty without one. */
    String traceId() {
        Matcher traceparent = TRACEPARENT.matcher(header("traceparent").orElse(""));
        return traceparent.matches() ? traceparent.group(1) : "";
    }
}
