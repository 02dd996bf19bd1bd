package io.integrationshub.sso.commerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first error of an answer {@code {"errors":[{title, detail, request_id, …}]}}. Its {@code status} is a number in some APIs
 * and a string in others, so the status line is what counts.
 *
 * @param text title and detail, "" when there is none
 * @param requestId null when there is none
 */
record ErrorAnswer(String text, String requestId) {

    static ErrorAnswer of(JsonNode body) {
        JsonNode error = body.path("errors").path(0);
        String text = Stream.of(error.path("title"), error.path("detail"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(": "));
        String id = error.path("request_id").asText("");
        return new ErrorAnswer(text, id.isBlank() ? null : id);
    }

    boolean mentions(String word) {
        return text.toLowerCase(java.util.Locale.ROOT).contains(word);
    }
}
