package io.integrationshub.provisioner.domain;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request or an answer of an AWS API as a JSON object: member names as AWS writes them, values of text, booleans, numbers, lists
 * and maps, null for an explicit null. Immutable at its own level; every change makes a new one.
 */
public record Document(Map<String, Object> members) {
    public Document {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Without any member. */
    public static Document empty() {
        return new Document(Map.of());
    }

    /** True when the member is there and not null. */
    public boolean has(String member) {
        return members.get(member) != null;
    }

    /** The member as text; empty when it is absent or no text. */
    public Optional<String> text(String member) {
        return members.get(member) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The texts of a list; empty when the member is absent. */
    public List<String> texts(String member) {
        return members.get(member) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /** The objects of a list; empty when the member is absent. */
    public List<Document> objects(String member) {
        return members.get(member) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(item -> of((Map<?, ?>) item))
                        .toList()
                : List.of();
    }

    /** A nested object; an empty one when the member is absent. */
    public Document object(String member) {
        return members.get(member) instanceof Map<?, ?> map ? of(map) : empty();
    }

    /** With this member set. */
    public Document with(String member, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(members);
        copy.put(member, value instanceof Document document ? document.members : value);
        return new Document(copy);
    }

    /** Without these members. */
    public Document without(String... names) {
        Map<String, Object> copy = new LinkedHashMap<>(members);
        copy.keySet().removeAll(Arrays.asList(names));
        return new Document(copy);
    }

    /** Only these members, as far as they are there. */
    public Document only(Iterable<String> names) {
        Map<String, Object> copy = new LinkedHashMap<>();
        for (String name : names) {
            if (has(name)) {
                copy.put(name, members.get(name));
            }
        }
        return new Document(copy);
    }

    private static Document of(Map<?, ?> map) {
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, value) -> members.put(String.valueOf(name), value));
        return new Document(members);
    }

    /** Names of the members only: values may be personal or secret. */
    @Override
    public String toString() {
        return "Document" + members.keySet();
    }
}
