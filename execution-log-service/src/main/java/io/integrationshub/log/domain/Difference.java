package io.integrationshub.log.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is different in a member of two JSON objects.
 *
 * @param path from the outside in, for example {@code userPool.name} or {@code callbackUrls[0]}
 * @param before as text, or null when it is new
 * @param after as text, or null when it is gone
 */
public record Difference(String path, String before, String after) {

    /** All of them, in the order of the members. */
    public static List<Difference> between(Map<String, Object> before, Map<String, Object> after) {
        Map<String, String> old = new LinkedHashMap<>();
        flatten("", before, old);
        Map<String, String> now = new LinkedHashMap<>();
        flatten("", after, now);
        Set<String> paths = new LinkedHashSet<>(now.keySet());
        paths.addAll(old.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            if (!Objects.equals(old.get(path), now.get(path))) {
                differences.add(new Difference(path, old.get(path), now.get(path)));
            }
        }
        return differences;
    }

    private static void flatten(String path, Object value, Map<String, String> members) {
        switch (value) {
            case Map<?, ?> object
            when !object.isEmpty() ->
                object.forEach((name, member) ->
                        flatten(path.isEmpty() ? name.toString() : path + "." + name, member, members));
            case List<?> array
            when !array.isEmpty() -> {
                for (int i = 0; i < array.size(); i++) {
                    flatten(path + "[" + i + "]", array.get(i), members);
                }
            }
            case null, default -> members.put(path, String.valueOf(value));
        }
    }
}
