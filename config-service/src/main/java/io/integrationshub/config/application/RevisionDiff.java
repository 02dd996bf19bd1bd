package io.integrationshub.config.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.integrationshub.config.domain.Pages;
import io.integrationshub.contracts.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is different between two revisions, field by field. Of a secret nobody learns more than that it was entered anew. */
public final class RevisionDiff {
    private static final String SEALED = "sealed";
    private static final String LOGO = "/configuration/userPool/hostedUi/logo";

    private RevisionDiff() {}

    /**
     * One field.
     *
     * @param pointer JSON pointer into the pages
     * @param before null when it was not there, or is secret
     * @param after null when it is gone, or is secret
     * @param secret only that it changed is known
     */
    public record Change(
            String pointer,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            boolean secret) {}

    /** In the order of their pointers; empty when nothing is different. */
    public static List<Change> between(Pages before, Pages after) {
        List<Change> changes = new ArrayList<>();
        compare("", tree(before), tree(after), changes);
        return changes;
    }

    private static JsonNode tree(Pages pages) {
        return Json.mapper().valueToTree(pages);
    }

    private static void compare(String pointer, JsonNode before, JsonNode after, List<Change> changes) {
        if (before.equals(after)) {
            return;
        }
        if (secret(before) || secret(after)) {
            // Who entered it when is told by the revisions; the same ciphertext is the same secret.
            if (!before.path(SEALED).equals(after.path(SEALED))) {
                changes.add(new Change(pointer, null, null, true));
            }
        } else if (before.isObject() || after.isObject()) {
            int found = changes.size();
            for (String name : names(before, after)) {
                compare(pointer + "/" + name, member(before, name), member(after, name), changes);
            }
            // Something that is there, though nothing is said of it: managed login in Cognito's own style.
            if (absent(before) != absent(after) && changes.size() == found) {
                changes.add(new Change(pointer, shown(before), shown(after), false));
            }
        } else if (pointer.equals(LOGO)) {
            changes.add(new Change(pointer, null, null, false));
        } else {
            changes.add(new Change(pointer, shown(before), shown(after), false));
        }
    }

    private static boolean secret(JsonNode node) {
        return node.has(SEALED);
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static JsonNode member(JsonNode node, String name) {
        return node.has(name) ? node.get(name) : NullNode.getInstance();
    }

    private static @Nullable JsonNode shown(JsonNode node) {
        return absent(node) ? null : node;
    }

    private static SortedSet<String> names(JsonNode before, JsonNode after) {
        SortedSet<String> names = new TreeSet<>();
        Stream.of(before, after)
                .flatMap(node -> node.properties().stream())
                .map(Map.Entry::getKey)
                .forEach(names::add);
        return names;
    }
}
