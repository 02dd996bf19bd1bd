package io.integrationshub.runtime.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says in a problem that a body is too large, where the announced length already tells; Quarkus itself answers without a word. */
@Singleton
public class BodyLimit {
    /** Right after {@link RequestGuard}. */
    private static final int SECOND = 9_999;

    private final long bytes;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.bytes = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, SECOND);
    }

    private void check(RoutingContext request) {
        if (announced(request.request()) <= bytes) {
            request.next();
            return;
        }
        request.response()
                .setStatusCode(413)
                .putHeader("Content-Type", "application/problem+json")
                // The rest of the body is not read, so nothing more can be understood on this connection.
                .putHeader("Connection", "close")
                .end(
                        "{\"type\":\"about:blank\",\"status\":413,\"title\":\"Content Too Large\",\"code\":\"BODY_TOO_LARGE\","
                                + "\"detail\":\"A request body has at most " + bytes + " bytes.\"}");
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
