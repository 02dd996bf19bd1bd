package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The attributes of a pool: the standard ones every pool has, and custom ones, which come back under
 * {@code custom:} or {@code dev:custom:} with default constraints filled in.
 */
final class SchemaAttributes {
    private static final int LARGEST_CUSTOM = 50;
    private static final List<String> TEXTS = List.of(
            "profile",
            "address",
            "gender",
            "preferred_username",
            "given_name",
            "middle_name",
            "name",
            "nickname",
            "family_name",
            "phone_number",
            "email",
            "website",
            "picture",
            "zoneinfo",
            "locale");

    private SchemaAttributes() {}

    /** The schema of a new pool: the standard attributes, as {@code Schema} overrides them, and its custom ones. */
    static ArrayNode create(JsonNode requested) {
        ArrayNode schema = standard();
        Map<String, ObjectNode> byName = StreamSupport.stream(schema.spliterator(), false)
                .collect(Collectors.toMap(attribute -> Json.text(attribute, "Name"), ObjectNode.class::cast));
        for (JsonNode wanted : requested) {
            ObjectNode standard = byName.get(Json.text(wanted, "Name"));
            if (standard == null) {
                addCustom(schema, wanted);
            } else {
                override(standard, wanted);
            }
        }
        return schema;
    }

    /** A copy of {@code schema} with more custom attributes; nothing else about a schema can ever change. */
    static ArrayNode extend(ArrayNode schema, JsonNode custom) {
        ArrayNode extended = schema.deepCopy();
        custom.forEach(wanted -> addCustom(extended, wanted));
        return extended;
    }

    private static void override(ObjectNode standard, JsonNode wanted) {
        String type = Json.text(wanted, "AttributeDataType");
        if (!type.isEmpty() && !type.equals(Json.text(standard, "AttributeDataType"))) {
            throw AwsError.invalidParameter(
                    "Invalid AttributeDataType input, consider using the provided" + " AttributeDataType enum.");
        }
        Set.of("Mutable", "Required").stream()
                .filter(wanted::has)
                .forEach(member -> standard.set(member, wanted.get(member)));
        constraintsMember(standard)
                .filter(wanted::has)
                .ifPresent(member -> ((ObjectNode) standard.get(member))
                        .setAll((ObjectNode) wanted.get(member).deepCopy()));
    }

    private static void addCustom(ArrayNode schema, JsonNode wanted) {
        if (wanted.path("Required").asBoolean()) {
            throw AwsError.invalidParameter("Required custom attributes are not supported currently.");
        }
        if (!Json.has(wanted, "Name")) {
            throw AwsError.invalidParameter("Attribute name is required.");
        }
        boolean developerOnly = wanted.path("DeveloperOnlyAttribute").asBoolean();
        String name = (developerOnly ? "dev:custom:" : "custom:") + Json.text(wanted, "Name");
        if (StreamSupport.stream(schema.spliterator(), false)
                .anyMatch(known -> Json.text(known, "Name").equals(name))) {
            throw AwsError.invalidParameter(name + ": Existing attribute already has name " + name + ".");
        }
        String type = wanted.path("AttributeDataType").asText("String");
        ObjectNode attribute = attribute(name, type, wanted.path("Mutable").asBoolean(true), false, developerOnly);
        constraintsMember(attribute)
                .ifPresent(member -> attribute.set(
                        member, wanted.has(member) ? wanted.get(member).deepCopy() : Json.object()));
        schema.add(attribute);
        if (schema.size() - standard().size() > LARGEST_CUSTOM) {
            throw AwsError.invalidParameter("Custom attributes exceed the limit of " + LARGEST_CUSTOM + ".");
        }
    }

    private static Optional<String> constraintsMember(JsonNode attribute) {
        return switch (Json.text(attribute, "AttributeDataType")) {
            case "String" -> Optional.of("StringAttributeConstraints");
            case "Number" -> Optional.of("NumberAttributeConstraints");
            default -> Optional.empty();
        };
    }

    private static ArrayNode standard() {
        ArrayNode schema = JsonNodeFactory.instance.arrayNode();
        schema.add(text("sub", "1", "2048", false, true));
        TEXTS.forEach(name -> schema.add(text(name, "0", "2048", true, false)));
        schema.add(text("birthdate", "10", "10", true, false));
        schema.add(attribute("email_verified", "Boolean", true, false, false));
        schema.add(attribute("phone_number_verified", "Boolean", true, false, false));
        ObjectNode updatedAt = attribute("updated_at", "Number", true, false, false);
        updatedAt.putObject("NumberAttributeConstraints").put("MinValue", "0");
        schema.add(updatedAt);
        ObjectNode identities = attribute("identities", "String", true, false, false);
        identities.putObject("StringAttributeConstraints");
        schema.add(identities);
        return schema;
    }

    private static ObjectNode text(String name, String min, String max, boolean mutable, boolean required) {
        ObjectNode attribute = attribute(name, "String", mutable, required, false);
        attribute.putObject("StringAttributeConstraints").put("MinLength", min).put("MaxLength", max);
        return attribute;
    }

    private static ObjectNode attribute(
            String name, String type, boolean mutable, boolean required, boolean developerOnly) {
        return Json.object()
                .put("Name", name)
                .put("AttributeDataType", type)
                .put("DeveloperOnlyAttribute", developerOnly)
                .put("Mutable", mutable)
                .put("Required", required);
    }
}
