package io.integrationshub.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What {@code kubectl kustomize} makes of a folder, as far as {@code deploy/kubernetes} uses it: resources, namespace, tags of images
 * and patches that replace one value. A test holds it against kubectl where there is one.
 */
final class Kustomization {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Set<String> UNDERSTOOD =
            Set.of("apiVersion", "kind", "namespace", "resources", "images", "patches");

    private Kustomization() {}

    /** All objects, in the order of the files. */
    static List<ObjectNode> render(Path folder) {
        JsonNode plan = documents(folder.resolve("kustomization.yaml")).getFirst();
        plan.fieldNames().forEachRemaining(name -> {
            if (!UNDERSTOOD.contains(name)) {
                throw new IllegalStateException(folder + ": this check does not understand " + name);
            }
        });
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode resource : plan.path("resources")) {
            Path path = folder.resolve(resource.asText()).normalize();
            objects.addAll(Files.isDirectory(path) ? render(path) : documents(path));
        }
        objects.forEach(object -> {
            if (plan.has("namespace") && !isOfTheCluster(object)) {
                ((ObjectNode) object.path("metadata"))
                        .put("namespace", plan.path("namespace").asText());
            }
            plan.path("images").forEach(image -> tag(object, image));
        });
        plan.path("patches").forEach(patch -> patch(objects, patch));
        return objects;
    }

    private static boolean isOfTheCluster(JsonNode object) {
        return object.path("kind").asText().equals("Namespace");
    }

    private static void tag(JsonNode node, JsonNode image) {
        if (node.isObject()
                && node.path("image").asText().equals(image.path("name").asText())) {
            ((ObjectNode) node)
                    .put(
                            "image",
                            image.path("name").asText() + ":"
                                    + image.path("newTag").asText());
        }
        node.forEach(child -> tag(child, image));
    }

    private static void patch(List<ObjectNode> objects, JsonNode patch) {
        JsonNode target = patch.path("target");
        List<ObjectNode> chosen = objects.stream()
                .filter(object -> object.path("kind").equals(target.path("kind")))
                .filter(object ->
                        !target.has("name") || object.at("/metadata/name").equals(target.path("name")))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalStateException("Nothing to patch: " + target);
        }
        for (JsonNode operation : parse(patch.path("patch").asText()).getFirst()) {
            chosen.forEach(object -> replace(object, operation));
        }
    }

    private static void replace(ObjectNode object, JsonNode operation) {
        String path = operation.path("path").asText();
        int last = path.lastIndexOf('/');
        JsonNode parent = object.at(path.substring(0, last));
        String member = path.substring(last + 1);
        if (!operation.path("op").asText().equals("replace")
                || !(parent instanceof ObjectNode node)
                || !node.has(member)) {
            throw new IllegalStateException("Cannot " + operation + " in " + object.at("/metadata/name"));
        }
        node.set(member, operation.path("value"));
    }

    /** The documents of a YAML file. */
    static List<ObjectNode> documents(Path file) {
        return parse(Checkout.text(file)).stream().map(ObjectNode.class::cast).toList();
    }

    static List<JsonNode> parse(String yaml) {
        List<JsonNode> documents = new ArrayList<>();
        try (var parser = YAML.createParser(yaml);
                var values = YAML.readerFor(JsonNode.class).<JsonNode>readValues(parser)) {
            values.forEachRemaining(documents::add);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        documents.removeIf(document -> document == null || document.isNull() || document.isMissingNode());
        return documents;
    }
}
