package io.integrationshub.runtime.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Says in a problem that a body is too large. The rest of such a body is read and thrown away: whoever is still sending when the
 * connection is closed never sees an answer. Only what goes on beyond Quarkus' own, much higher limit is cut off.
 */
@Singleton
@Provider
public class BodyLimit implements ReaderInterceptor {
    /** The most bytes of a body. */
    static final int BYTES = 512 * 1024;

    /** What is told of a body of unannounced length, by Quarkus too; {@link ProblemRules} makes a problem of it. */
    static final String TOO_LARGE = "Request too large";

    /** Above this nobody waits for the end of a body; as {@code quarkus.http.limits.max-body-size}. */
    private static final long CUT_OFF = 8L * 1024 * 1024;

    /** Right after {@link RequestGuard}. */
    private static final int SECOND = 9_999;

    void register(@Observes Filters filters) {
        filters.register(BodyLimit::check, SECOND);
    }

    /** Where the announced length already tells. */
    private static void check(RoutingContext request) {
        long announced = announced(request.request());
        if (announced <= BYTES) {
            request.next();
            return;
        }
        HttpServerResponse response =
                request.response().setStatusCode(413).putHeader("Content-Type", "application/problem+json");
        if (announced > CUT_OFF) {
            response.putHeader("Connection", "close");
        } else {
            request.request().handler(ignored -> {}).resume();
        }
        response.end(
                "{\"type\":\"about:blank\",\"status\":413,\"title\":\"Content Too Large\",\"code\":\"BODY_TOO_LARGE\","
                        + "\"detail\":\"A request body has at most " + BYTES + " bytes.\"}");
    }

    /** Where only reading tells. */
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Limited(context.getInputStream()));
        return context.proceed();
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static final class Limited extends FilterInputStream {
        private int left = BYTES;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            took(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            took(Math.max(read, 0));
            return read;
        }

        private void took(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                in.transferTo(OutputStream.nullOutputStream());
                throw new IOException(TOO_LARGE);
            }
        }
    }
}
