package io.integrationshub.runtime.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Refuses paths that frameworks read in more than one way (matrix parameters, encoded slashes, doubled slashes, dot segments)
 * before anything else looks at them: CVE-2026-39852 and CVE-2026-50559 live on such differences.
 */
@Singleton
public class RequestGuard {
    private static final int FIRST = 10_000;
    private static final Pattern AMBIGUOUS =
            Pattern.compile(";|%3b|%2f|%5c|\\\\|//|%00|%25|/\\.{1,2}(/|$)|%2e", Pattern.CASE_INSENSITIVE);

    void register(@Observes Filters filters) {
        filters.register(RequestGuard::check, FIRST);
    }

    /** True when the raw path can be read in more than one way. */
    static boolean ambiguous(String rawPath) {
        return AMBIGUOUS.matcher(rawPath.toLowerCase(Locale.ROOT)).find();
    }

    private static void check(RoutingContext request) {
        String uri = request.request().uri();
        int query = uri.indexOf('?');
        if (!ambiguous(query < 0 ? uri : uri.substring(0, query))) {
            request.next();
            return;
        }
        request.response()
                .setStatusCode(400)
                .putHeader("Content-Type", "application/problem+json")
                .end(
                        "{\"type\":\"about:blank\",\"status\":400,\"title\":\"Bad Request\",\"code\":\"AMBIGUOUS_PATH\","
                                + "\"detail\":\"The path contains ';', an encoded or doubled slash, or a dot segment. Use the plain path.\"}");
    }
}
