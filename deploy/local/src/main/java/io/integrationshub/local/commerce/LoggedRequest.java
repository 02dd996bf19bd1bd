package io.integrationshub.local.commerce;

import java.time.Instant;

/**
 * A call the stand-in has handled. Holds no query or body, and of the headers only the trace.
 *
 * @param write true for POST, PUT and DELETE, except the token call
 * @param store id of the store (or organization) the token belongs to; empty when there was none
 * @param status the answer's status; for a dropped reply the one it would have had
 * @param trace id of the trace in the header {@code traceparent}; empty when there was none
 * @param fault name of the fault that hit the call; empty when none did
 */
public record LoggedRequest(
        long sequence,
        Instant time,
        String method,
        String path,
        boolean write,
        String store,
        int status,
        String trace,
        String fault) {}
