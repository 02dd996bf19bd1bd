package io.integrationshub.local.commerce;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds whole exchanges against the published OpenAPI files and keeps what breaks them. Thread-safe. */
public final class Conformance {

    /** Where the identity provider sends the browser back to: named in links only, documented in no file. */
    private static final String UNDOCUMENTED = "/oidc-idp/callback/";

    private static final int KEPT = 1_000;

    private final CommerceOpenApi api;
    private final List<String> violations = new ArrayList<>();
    private int exchanges;

    Conformance(CommerceOpenApi api) {
        this.api = api;
    }

    /**
     * What went over the wire in one exchange. Never shown as a whole, as it holds secrets.
     *
     * @param target path and query as sent
     * @param requestType "" for none
     * @param answerType "" for none
     */
    record Exchange(
            String method,
            String target,
            String requestType,
            String requestBody,
            int status,
            String answerType,
            String answerBody) {

        String path() {
            return target.split("\\?", 2)[0];
        }

        Map<String, String> query() {
            String[] parts = target.split("\\?", 2);
            return parts.length == 2 ? Call.form(parts[1]) : Map.of();
        }

        @Override
        public String toString() {
            return method + " " + path() + " " + status;
        }
    }

    /** What breaks the files so far, in words that quote no value. */
    public synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** How many exchanges were held against the files. */
    public synchronized int exchanges() {
        return exchanges;
    }

    /** The request as it arrived, whatever the answer to it. */
    void request(Exchange exchange) {
        if (documented(exchange)) {
            keep(
                    exchange,
                    "request",
                    api.checkRequest(
                            exchange.method(),
                            exchange.path(),
                            exchange.query(),
                            exchange.requestType(),
                            exchange.requestBody()));
        }
    }

    /** The answer as it leaves. */
    void answer(Exchange exchange) {
        if (documented(exchange)) {
            keep(
                    exchange,
                    "answer",
                    api.checkResponse(
                            exchange.method(),
                            exchange.path(),
                            exchange.status(),
                            exchange.answerType(),
                            exchange.answerBody()));
        }
        synchronized (this) {
            exchanges++;
        }
    }

    private static boolean documented(Exchange exchange) {
        return !exchange.path().startsWith(UNDOCUMENTED);
    }

    private synchronized void keep(Exchange exchange, String side, List<Violation> found) {
        for (Violation violation : found) {
            if (violations.size() < KEPT) {
                violations.add("%s %s: %s at '%s': %s"
                        .formatted(exchange, side, violation.keyword(), violation.field(), violation.message()));
            }
        }
    }

    /** The media type without its parameters. */
    static String mediaType(String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip();
    }

    /** Path and query, as sent. */
    static String target(URI uri) {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
