package io.integrationshub.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What a stand-in tells about itself at its control endpoint. */
record StandInView(Rest rest) {

    /** Everything that exists there now, secrets masked. */
    JsonNode state() {
        return rest.find("/_control/state").orElse(MissingNode.getInstance());
    }

    /** The number of the newest call. */
    long lastCall() {
        long last = 0;
        for (JsonNode call : callsAfter(0)) {
            last = Math.max(last, call.path("sequence").asLong());
        }
        return last;
    }

    /** How many calls after number {@code since} were meant to change something. */
    int writesAfter(long since) {
        int writes = 0;
        for (JsonNode call : callsAfter(since)) {
            writes += call.path("write").asBoolean() ? 1 : 0;
        }
        return writes;
    }

    private JsonNode callsAfter(long since) {
        JsonNode calls = rest.find("/_control/requests?since=" + since).orElse(MissingNode.getInstance());
        return calls.isArray() ? calls : calls.path("requests");
    }
}
