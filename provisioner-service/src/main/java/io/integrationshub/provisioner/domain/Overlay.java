package io.integrationshub.provisioner.domain;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lays a template over what exists: objects are merged member by member, so that whatever the template does not speak of stays;
 * everything else is replaced. An explicit null takes the member away, which is how a template asks for AWS's default.
 */
public final class Overlay {
    private Overlay() {}

    /** The merged document, without nulls. */
    public static Document merge(Document existing, Document template) {
        return new Document(merge(existing.members(), template.members()));
    }

    private static Map<String, Object> merge(Map<?, ?> existing, Map<?, ?> template) {
        Map<String, Object> merged = new LinkedHashMap<>();
        existing.forEach((name, value) -> put(merged, String.valueOf(name), value));
        template.forEach((name, value) -> {
            String member = String.valueOf(name);
            if (value instanceof Map<?, ?> object) {
                Object present = merged.get(member);
                merged.put(member, merge(present instanceof Map<?, ?> map ? map : Map.of(), object));
            } else if (value == null) {
                merged.remove(member);
            } else {
                merged.put(member, value);
            }
        });
        return merged;
    }

    private static void put(Map<String, Object> target, String name, Object value) {
        if (value != null) {
            target.put(name, value);
        }
    }
}
