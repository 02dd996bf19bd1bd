package io.integrationshub.provisioner.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where two documents differ. Lists are compared as sets, because Cognito does not keep their order; numbers by their value; an
 * absent member and an empty list mean the same. An empty object is something else than an absent one: an empty DeviceConfiguration
 * switches the feature on.
 */
public final class Difference {
    private Difference() {}

    /** Paths of the members that differ, for example {@code Policies.PasswordPolicy.MinimumLength}; empty when equal. */
    public static List<String> paths(Document one, Document other) {
        List<String> paths = new ArrayList<>();
        collect("", one.members(), other.members(), paths);
        return paths;
    }

    private static void collect(String parent, Map<?, ?> one, Map<?, ?> other, List<String> paths) {
        Set<String> names = new TreeSet<>();
        one.keySet().forEach(name -> names.add(String.valueOf(name)));
        other.keySet().forEach(name -> names.add(String.valueOf(name)));
        for (String name : names) {
            Object left = normal(one.get(name));
            Object right = normal(other.get(name));
            String path = parent + name;
            if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
                collect(path + ".", a, b, paths);
            } else if (!Objects.equals(left, right)) {
                paths.add(path);
            }
        }
    }

    private static Object normal(Object value) {
        return switch (value) {
            case List<?> list when list.isEmpty() -> null;
            case List<?> list -> {
                Set<Object> set = new HashSet<>();
                list.forEach(item -> set.add(normal(item)));
                yield set;
            }
            case Map<?, ?> map -> {
                Map<Object, Object> copy = new HashMap<>();
                map.forEach((name, item) -> {
                    Object normal = normal(item);
                    if (normal != null) {
                        copy.put(name, normal);
                    }
                });
                yield copy;
            }
            case Integer number -> number.longValue();
            case null -> null;
            default -> value;
        };
    }
}
