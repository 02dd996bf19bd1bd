package io.integrationshub.local.commerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer before it goes on the wire. */
record Reply(int status, Map<String, String> headers, String body) {

    static Reply json(int status, JsonNode body) {
        return new Reply(status, Map.of("Content-Type", "application/json"), body.toString());
    }

    static Reply html(int status, String page) {
        return new Reply(status, Map.of("Content-Type", "text/html; charset=utf-8"), page);
    }

    static Reply noContent() {
        return new Reply(204, Map.of(), "");
    }

    static Reply redirect(int status, URI location) {
        return new Reply(status, Map.of("Location", location.toString()), "");
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
