package io.integrationshub.log.web;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which columns of the list a person wants to see, besides status and instance. */
record Columns(Set<Column> shown) {
    /** The parameter of the address, once for each column. */
    static final String NAME = "columns";

    private static final Set<Column> USUAL = EnumSet.of(Column.TRIGGER, Column.REQUESTED, Column.DURATION);

    /** One of them. */
    enum Column {
        TRIGGER("Trigger"),
        REQUESTED("Requested"),
        DURATION("Duration"),
        REASON("Reason"),
        CODE("Error code"),
        CHANGES("Changes"),
        REVISION("Revision");

        private final String title;

        Column(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** In the address and in the style sheet. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Columns of(MultivaluedMap<String, String> parameters) {
        List<String> wanted = parameters.getOrDefault(NAME, List.of());
        Set<Column> shown = Arrays.stream(Column.values())
                .filter(column -> wanted.contains(column.word()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Column.class)));
        return new Columns(shown.isEmpty() ? USUAL : shown);
    }

    /** The parameters without this one. */
    static MultivaluedMap<String, String> without(MultivaluedMap<String, String> parameters) {
        MultivaluedMap<String, String> rest = new MultivaluedHashMap<>(parameters);
        rest.remove(NAME);
        return rest;
    }

    /** To choose from. */
    public List<Column> all() {
        return List.of(Column.values());
    }

    public boolean shows(Column column) {
        return shown.contains(column);
    }

    /** Others than usual. */
    public boolean chosen() {
        return !shown.equals(USUAL);
    }

    /** Those that are not shown, for the style sheet. */
    public String hidden() {
        return Arrays.stream(Column.values())
                .filter(column -> !shown.contains(column))
                .map(Column::word)
                .collect(Collectors.joining(" "));
    }
}
