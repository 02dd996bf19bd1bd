package io.integrationshub.local.commerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One method on one path template, with the schemas of its request and of each documented response.
 *
 * @param query names of its query parameters; true for those that are required
 * @param requestTypes media types of its request body
 */
record OpenApiOperation(
        String method,
        PathTemplate path,
        Map<String, Boolean> query,
        Set<String> requestTypes,
        Optional<Schema> request,
        Map<Integer, Optional<Schema>> responses,
        Optional<Schema> error) {

    // OpenAPI 3.1 schemas are JSON Schema 2020-12, where "format" only asserts when asked to.
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    static List<OpenApiOperation> of(ObjectNode document) {
        var operations = new ArrayList<OpenApiOperation>();
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                operations.add(of(document, path.getKey(), method.getKey(), (ObjectNode) method.getValue()));
            }
        }
        return operations;
    }

    private static OpenApiOperation of(ObjectNode document, String path, String method, ObjectNode operation) {
        var responses = new HashMap<Integer, Optional<Schema>>();
        for (var response : operation.path("responses").properties()) {
            if (!response.getKey().equals("default")) {
                responses.put(
                        Integer.valueOf(response.getKey()), body(document, resolve(document, response.getValue())));
            }
        }
        return new OpenApiOperation(
                method.toUpperCase(Locale.ROOT),
                new PathTemplate(path),
                query(document, operation),
                types(operation.path("requestBody")),
                body(document, operation.path("requestBody")),
                Map.copyOf(responses),
                schema(document, document.at("/components/schemas/ErrorResponse")));
    }

    /** Names of the query parameters; true for those that are required. */
    private static Map<String, Boolean> query(ObjectNode document, ObjectNode operation) {
        var parameters = new HashMap<String, Boolean>();
        for (var entry : operation.path("parameters")) {
            var parameter = resolve(document, entry);
            if (parameter.path("in").asText().equals("query")) {
                parameters.put(
                        parameter.path("name").asText(),
                        parameter.path("required").asBoolean());
            }
        }
        return Map.copyOf(parameters);
    }

    private static Set<String> types(JsonNode holder) {
        var types = new HashSet<String>();
        holder.path("content").fieldNames().forEachRemaining(types::add);
        return Set.copyOf(types);
    }

    private static JsonNode resolve(ObjectNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Optional<Schema> body(ObjectNode document, JsonNode holder) {
        var media = holder.path("content").elements();
        return media.hasNext() ? schema(document, media.next().path("schema")) : Optional.empty();
    }

    private static Optional<Schema> schema(ObjectNode document, JsonNode inline) {
        if (!(inline instanceof ObjectNode object)) {
            return Optional.empty();
        }
        // A reference resolves from the schema's own root, so each schema carries all definitions along.
        var root = object.deepCopy();
        root.set("$defs", document.at("/components/schemas").deepCopy());
        root.findParents("example").forEach(holder -> ((ObjectNode) holder).remove("example"));
        root.findParents("x-enumDescriptions").forEach(holder -> ((ObjectNode) holder).remove("x-enumDescriptions"));
        return Optional.of(
                SCHEMAS.getSchema(root.toString().replace("#/components/schemas/", "#/$defs/"), InputFormat.JSON));
    }
}
