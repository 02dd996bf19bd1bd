package io.integrationshub.local.commerce;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call as it arrived. Its text form leaves out query, body and token.
 *
 * @param path as sent, not decoded, without the query
 * @param trace id of the trace that the caller says it belongs to, or empty
 * @param variables what the matching route's template named
 */
record Call(
        String method,
        String path,
        Map<String, String> query,
        Optional<String> contentType,
        Optional<String> authorization,
        String trace,
        String body,
        Map<String, String> variables,
        Principal principal) {

    private static final int LARGEST_BODY = 1 << 20;
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    static Call read(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                form(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("")),
                Optional.ofNullable(headers.getFirst("Content-Type")),
                Optional.ofNullable(headers.getFirst("Authorization")),
                traceId(headers.getFirst("traceparent")),
                new String(body, StandardCharsets.UTF_8),
                Map.of(),
                new Principal.Nobody());
    }

    /** Reads {@code a=1&b=2}; of a repeated name the first value counts. */
    static Map<String, String> form(String encoded) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : encoded.split("&", -1)) {
            var parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                fields.putIfAbsent(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return fields;
    }

    private static String traceId(String traceparent) {
        var known = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        return known.matches() ? known.group(1) : "";
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("The request is not correctly percent-encoded");
        }
    }

    Call on(Map<String, String> routeVariables, Principal caller) {
        return new Call(method, path, query, contentType, authorization, trace, body, routeVariables, caller);
    }

    boolean hasContentType(String mediaType) {
        return contentType
                .map(value -> value.split(";", 2)[0].strip())
                .filter(mediaType::equalsIgnoreCase)
                .isPresent();
    }

    String variable(String name) {
        return variables.get(name);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
