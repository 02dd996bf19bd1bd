package io.integrationshub.local.commerce;

import java.time.Instant;

/**
 * A call the stand-in has handled. Holds no query, body or header.
 *
 * @param write true for POST, PUT and DELETE, except the token call
 * @param store id of the store (or organization) the token belongs to; empty when there was none
 * @param status the answer's status; for a dropped reply the one it would have had
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
        String fault) {}
