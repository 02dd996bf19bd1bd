package io.integrationshub.sso.commerce;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where an answer sends a browser. */
final class Redirects {
    private Redirects() {}

    /** The next address; empty when the answer is no redirect. */
    static Optional<URI> next(URI address, Answer answer) {
        if (answer.status() / 100 != 3) {
            return Optional.empty();
        }
        if (answer.location().isEmpty()) {
            throw SignInTroubles.noLogin("a redirect to nowhere");
        }
        try {
            return Optional.of(address.resolve(new URI(answer.location())));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw SignInTroubles.noLogin("a redirect to something that is no address");
        }
    }

    /** OAuth 2.0 tells its errors in the query of a redirect (RFC 6749, 4.1.2.1); so does Cognito's own error page. */
    static void requireNoError(boolean commerce, URI address, URI next) {
        Map<String, String> query = query(next);
        if (query.containsKey("error") && !query(address).containsKey("error")) {
            String description = query.getOrDefault("error_description", "");
            throw SignInTroubles.refused(commerce, query.get("error"), description);
        }
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> fields = new HashMap<>();
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            fields.putIfAbsent(parts[0], parts.length == 2 ? decoded(parts[1]) : "");
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
