package io.integrationshub.log.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.contracts.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A JSON value as a page shows it: branches that open and close, without any script.
 *
 * @param name of the member, the position in an array, or null for the whole
 * @param kind for the style sheet
 * @param text of a leaf, or how many members a branch has
 * @param children null for a leaf
 */
record JsonTree(String name, String kind, String text, List<JsonTree> children) {
    /** More text than this is offered for download first. */
    private static final int BIG = 16 * 1024;

    /**
     * A whole value.
     *
     * @param id in the page
     * @param name what it is, for people who do not see where it stands
     * @param download where the same is had as a file
     * @param text the same in one piece, to copy
     */
    record Document(String id, String name, String download, JsonTree tree, String text) {
        public boolean big() {
            return text.length() > BIG;
        }

        /** Kibibytes, about. */
        public int size() {
            return Math.max(1, text.length() / 1024);
        }
    }

    /** Null for a value without members. */
    static Document document(String id, String name, String download, Map<String, Object> value) {
        if (value.isEmpty()) {
            return null;
        }
        JsonNode json = Json.mapper().valueToTree(value);
        return new Document(id, name, download, of(null, json), json.toPrettyString());
    }

    private static JsonTree of(String name, JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> {
                List<JsonTree> members = new ArrayList<>();
                json.properties().forEach(member -> members.add(of(member.getKey(), member.getValue())));
                yield new JsonTree(name, "object", count(members.size(), "member"), members);
            }
            case ARRAY -> {
                List<JsonTree> items = new ArrayList<>();
                for (int i = 0; i < json.size(); i++) {
                    items.add(of(Integer.toString(i), json.get(i)));
                }
                yield new JsonTree(name, "array", count(items.size(), "item"), items);
            }
            case STRING -> new JsonTree(name, "string", '"' + json.textValue() + '"', null);
            case NUMBER -> new JsonTree(name, "number", json.asText(), null);
            default -> new JsonTree(name, "literal", json.asText(), null);
        };
    }

    private static String count(int size, String what) {
        return size + " " + what + (size == 1 ? "" : "s");
    }
}
