package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The modelled constraints of a request, reported all together and in AWS's wording. Sensitive values are not echoed. */
final class Constraints {
    private final List<String> violations = new ArrayList<>();

    private Constraints() {}

    static List<String> violations(Map<String, Shape> members, ObjectNode input) {
        Constraints constraints = new Constraints();
        constraints.structure("", members, input);
        return constraints.violations;
    }

    private void structure(String path, Map<String, Shape> members, JsonNode value) {
        members.forEach((name, shape) -> {
            String at = path + Character.toLowerCase(name.charAt(0)) + name.substring(1);
            if (value.has(name)) {
                member(at, shape, value.get(name));
            } else if (shape.required()) {
                violations.add("Value " + (shape.sensitive() ? "" : "null ") + "at '" + at
                        + "' failed to satisfy constraint: Member must not be null");
            }
        });
    }

    private void member(String at, Shape shape, JsonNode value) {
        broken(shape, value).forEach(constraint -> report(at, shape, value, constraint));
        switch (shape.type()) {
            case "structure" -> structure(at + ".", shape.members(), value);
            case "list" -> items(at, shape, shape.item().orElseThrow(), value);
            case "map" -> entries(at, shape, value);
            default -> {}
        }
    }

    private void items(String at, Shape list, Shape item, JsonNode value) {
        if (item.type().equals("structure")) {
            for (int i = 0; i < value.size(); i++) {
                structure(at + "." + (i + 1) + ".member.", item.members(), value.get(i));
            }
        } else if (StreamSupport.stream(value.spliterator(), false)
                .anyMatch(element -> !broken(item, element).isEmpty())) {
            report(at, list, value, "Member must satisfy constraint: [" + String.join(", ", all(item)) + "]");
        }
    }

    private void entries(String at, Shape map, JsonNode value) {
        Shape key = map.key().orElseThrow();
        Shape item = map.item().orElseThrow();
        if (value.propertyStream()
                .anyMatch(entry ->
                        !broken(key, Json.object().textNode(entry.getKey())).isEmpty())) {
            report(at, map, value, "Map keys must satisfy constraint: [" + String.join(", ", all(key)) + "]");
        }
        if (value.propertyStream()
                .anyMatch(entry -> !broken(item, entry.getValue()).isEmpty())) {
            report(at, map, value, "Map value must satisfy constraint: [" + String.join(", ", all(item)) + "]");
        }
    }

    private void report(String at, Shape shape, JsonNode value, String constraint) {
        String echo = shape.sensitive() ? "Value" : "Value '" + show(value) + "'";
        violations.add(echo + " at '" + at + "' failed to satisfy constraint: " + constraint);
    }

    private static List<String> broken(Shape shape, JsonNode value) {
        List<String> broken = new ArrayList<>();
        long measure = measure(shape, value);
        shape.max().stream().filter(max -> measure > max).forEach(max -> broken.add(atMost(shape, max)));
        shape.min().stream().filter(min -> measure < min).forEach(min -> broken.add(atLeast(shape, min)));
        shape.pattern()
                .filter(pattern -> !pattern.matcher(value.asText()).matches())
                .ifPresent(pattern -> broken.add(pattern(pattern.pattern())));
        if (!shape.values().isEmpty() && !shape.values().contains(value.asText())) {
            broken.add(values(shape.values()));
        }
        return broken;
    }

    private static List<String> all(Shape shape) {
        List<String> all = new ArrayList<>();
        shape.max().ifPresent(max -> all.add(atMost(shape, max)));
        shape.min().ifPresent(min -> all.add(atLeast(shape, min)));
        shape.pattern().ifPresent(pattern -> all.add(pattern(pattern.pattern())));
        if (!shape.values().isEmpty()) {
            all.add(values(shape.values()));
        }
        return all;
    }

    private static long measure(Shape shape, JsonNode value) {
        return switch (shape.type()) {
            case "integer" -> value.asLong();
            case "blob" -> Base64.getDecoder().decode(value.asText()).length;
            case "string" -> value.asText().codePointCount(0, value.asText().length());
            default -> value.size();
        };
    }

    private static String atMost(Shape shape, long max) {
        return "Member must have " + quantity(shape) + " less than or equal to " + max;
    }

    private static String atLeast(Shape shape, long min) {
        return "Member must have " + quantity(shape) + " greater than or equal to " + min;
    }

    private static String quantity(Shape shape) {
        return shape.type().equals("integer") ? "value" : "length";
    }

    private static String pattern(String pattern) {
        return "Member must satisfy regular expression pattern: " + pattern;
    }

    private static String values(List<String> values) {
        return "Member must satisfy enum value set: [" + String.join(", ", values) + "]";
    }

    private static String show(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(Constraints::show)
                        .collect(Collectors.joining(", ", "[", "]"))
                : value.isValueNode() ? value.asText() : value.toString();
    }
}
