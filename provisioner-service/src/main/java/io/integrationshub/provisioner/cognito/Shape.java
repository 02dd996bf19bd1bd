package io.integrationshub.provisioner.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.provisioner.application.RequestShapes.Violation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What AWS's service model says of one member of a request.
 *
 * @param min smallest length of text, value of a number, size of a list; null without a limit
 * @param pattern the whole text must match it; null without one
 * @param values the only texts allowed; empty for any
 * @param members of a structure
 * @param item of a list or map; null otherwise
 */
record Shape(
        String type,
        boolean required,
        Long min,
        Long max,
        Pattern pattern,
        Set<String> values,
        Map<String, Shape> members,
        Shape item) {

    static Shape of(JsonNode json) {
        return new Shape(
                json.path("type").asText(),
                json.path("required").asBoolean(),
                limit(json.path("min")),
                limit(json.path("max")),
                json.has("pattern") ? Pattern.compile(json.path("pattern").asText(), Pattern.DOTALL) : null,
                texts(json.path("enum")),
                members(json.path("members")),
                json.has("item") ? of(json.path("item")) : json.has("value") ? of(json.path("value")) : null);
    }

    static Map<String, Shape> members(JsonNode json) {
        Map<String, Shape> members = new LinkedHashMap<>();
        json.properties().forEach(member -> members.put(member.getKey(), of(member.getValue())));
        return members;
    }

    /** Adds a line for each violation. Null stands for "AWS's default" and is always allowed. */
    void check(String path, Object value, List<Violation> violations) {
        switch (value) {
            case null -> {}
            case String text when type.equals("string") -> checkText(path, text, violations);
            case Boolean flag when type.equals("boolean") -> {}
            case Integer number
            when type.equals("integer") || type.equals("long") -> checkRange(path, number, "", violations);
            case List<?> list
            when type.equals("list") -> {
                checkRange(path, list.size(), " items", violations);
                for (int i = 0; i < list.size(); i++) {
                    item.check(path + "[" + i + "]", list.get(i), violations);
                }
            }
            case Map<?, ?> map
            when type.equals("map") -> map.forEach((key, each) -> item.check(path + "." + key, each, violations));
            case Map<?, ?> map when type.equals("structure") -> check(members, path, map, violations);
            default -> violations.add(new Violation(path, path + " must be " + article() + type));
        }
    }

    /** @param parent path of the structure; empty for the whole request */
    static void check(Map<String, Shape> members, String parent, Map<?, ?> body, List<Violation> violations) {
        String before = parent.isEmpty() ? "" : parent + ".";
        body.forEach((name, value) -> {
            Shape shape = members.get(String.valueOf(name));
            if (shape == null) {
                violations.add(new Violation(before + name, before + name + " is unknown to AWS"));
            } else {
                shape.check(before + name, value, violations);
            }
        });
        members.forEach((name, shape) -> {
            if (shape.required && body.get(name) == null) {
                violations.add(new Violation(parent, before + name + " is missing"));
            }
        });
    }

    private void checkText(String path, String text, List<Violation> violations) {
        checkRange(path, text.codePointCount(0, text.length()), " characters", violations);
        if (!values.isEmpty() && !values.contains(text)) {
            violations.add(new Violation(path, path + " must be one of " + String.join(", ", values)));
        }
        if (pattern != null && !pattern.matcher(text).matches()) {
            violations.add(new Violation(path, path + " must match " + pattern));
        }
    }

    private void checkRange(String path, long value, String unit, List<Violation> violations) {
        if (min != null && value < min) {
            violations.add(new Violation(path, path + " must be at least " + min + unit));
        }
        if (max != null && value > max) {
            violations.add(new Violation(path, path + " must be at most " + max + unit));
        }
    }

    private String article() {
        return type.equals("integer") ? "an " : "a ";
    }

    private static Long limit(JsonNode json) {
        return json.isMissingNode() ? null : json.asLong();
    }

    private static Set<String> texts(JsonNode json) {
        Set<String> texts = new LinkedHashSet<>();
        json.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
