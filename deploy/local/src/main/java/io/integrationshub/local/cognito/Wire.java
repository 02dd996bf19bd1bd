package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Map;

/**
 * The JSON types of a request, checked before any constraint. An unknown member is refused: whether the real service
 * ignores one is not documented, and refusing finds the misspelt member of a request template.
 */
final class Wire {
    private Wire() {}

    /** Also strips JSON nulls from {@code input}: AWS reads a null member as an absent one. */
    static void check(Map<String, Shape> members, ObjectNode input) {
        input.removeIf(JsonNode::isNull);
        input.properties().forEach(member -> {
            Shape shape = members.get(member.getKey());
            if (shape == null) {
                throw AwsError.serialization("Unknown member '" + member.getKey() + "'");
            }
            check(shape, member.getValue());
        });
    }

    private static void check(Shape shape, JsonNode value) {
        switch (shape.type()) {
            case "string" -> expect(value.isTextual(), value, "String");
            case "integer" -> expect(value.isIntegralNumber() && value.canConvertToInt(), value, "Integer");
            case "boolean" -> expect(value.isBoolean(), value, "Boolean");
            case "blob" -> expect(isBase64(value), value, "Blob");
            case "list" -> {
                expect(value.isArray(), value, "List");
                value.forEach(item -> check(shape.item().orElseThrow(), item));
            }
            case "map" -> {
                expect(value.isObject(), value, "Map");
                value.forEach(item -> check(shape.item().orElseThrow(), item));
            }
            case "document" -> expect(value.isObject(), value, "Document");
            case "structure" -> {
                expect(value.isObject(), value, "Structure");
                check(shape.members(), (ObjectNode) value);
            }
            default -> throw new IllegalStateException("Unknown shape " + shape.type());
        }
    }

    private static void expect(boolean fits, JsonNode value, String wanted) {
        if (!fits) {
            throw AwsError.serialization(value.getNodeType() + "_VALUE can not be converted to a " + wanted);
        }
    }

    private static boolean isBase64(JsonNode value) {
        if (!value.isTextual()) {
            return false;
        }
        try {
            return Base64.getDecoder().decode(value.asText()) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
