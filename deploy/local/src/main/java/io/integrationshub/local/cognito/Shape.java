package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The modelled shape of a request member.
 *
 * @param min smallest length (string), value (integer), size in bytes (blob) or count (list)
 * @param max largest of the same
 * @param members of a structure
 * @param item of a list, or the value of a map
 * @param key of a map
 */
record Shape(
        String type,
        boolean required,
        boolean sensitive,
        OptionalLong min,
        OptionalLong max,
        Optional<Pattern> pattern,
        List<String> values,
        Map<String, Shape> members,
        Optional<Shape> item,
        Optional<Shape> key) {

    static Shape of(JsonNode json) {
        return new Shape(
                json.path("type").asText(),
                json.path("required").asBoolean(),
                json.path("sensitive").asBoolean(),
                bound(json, "min"),
                bound(json, "max"),
                json.has("pattern")
                        ? Optional.of(Pattern.compile(json.path("pattern").asText()))
                        : Optional.empty(),
                Json.texts(json, "enum"),
                members(json.path("members")),
                nested(json, json.has("item") ? "item" : "value"),
                nested(json, "key"));
    }

    static Map<String, Shape> members(JsonNode json) {
        Map<String, Shape> members = new LinkedHashMap<>();
        json.properties().forEach(member -> members.put(member.getKey(), of(member.getValue())));
        return members;
    }

    private static OptionalLong bound(JsonNode json, String name) {
        return json.has(name) ? OptionalLong.of(json.path(name).asLong()) : OptionalLong.empty();
    }

    private static Optional<Shape> nested(JsonNode json, String name) {
        return json.has(name) ? Optional.of(of(json.path(name))) : Optional.empty();
    }
}
