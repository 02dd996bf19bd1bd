package io.integrationshub.log.listing;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.application.ExecutionFilter;
import io.integrationshub.log.domain.Status;
import io.integrationshub.runtime.web.Problems;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The query of a list of executions. Whatever is wrong with a parameter is answered with 400 and its name. */
public record ListQuery(ExecutionFilter filter, int limit, Optional<String> cursor) {
    static final int LIMIT = 50;
    static final int MOST = 200;
    private static final int LONGEST = 200;
    private static final Set<String> NAMES = Set.of(
            "status",
            "integration",
            "trigger",
            "step",
            "code",
            "class",
            "cause",
            "actor",
            "since",
            "until",
            "text",
            "originals",
            "limit",
            "cursor");

    /** Reads it, or refuses. */
    public static ListQuery of(MultivaluedMap<String, String> parameters) {
        parameters.forEach(ListQuery::check);
        return new ListQuery(
                new ExecutionFilter(
                        value(parameters, "status").map(value -> one("status", Status.values(), Status::name, value)),
                        value(parameters, "integration").map(ListQuery::integration),
                        value(parameters, "trigger")
                                .map(value -> one("trigger", Trigger.values(), ListQuery::name, value)),
                        value(parameters, "step"),
                        value(parameters, "code"),
                        value(parameters, "class")
                                .map(value -> one("class", ErrorClass.values(), ErrorClass::name, value)),
                        value(parameters, "cause"),
                        value(parameters, "actor"),
                        value(parameters, "since").map(value -> time("since", value)),
                        value(parameters, "until").map(value -> time("until", value)),
                        value(parameters, "text").map(String::strip).filter(text -> !text.isEmpty()),
                        value(parameters, "originals")
                                .map(value -> one("originals", new Boolean[] {true, false}, Object::toString, value))
                                .orElse(false)),
                value(parameters, "limit").map(ListQuery::limit).orElse(LIMIT),
                value(parameters, "cursor"));
    }

    /** Names this list in the store, without the place in it. */
    public String name(String storeId) {
        return storeId + '\n' + filter;
    }

    private static void check(String name, List<String> values) {
        if (!NAMES.contains(name)) {
            throw Problems.badParameter(
                    shown(name),
                    "There is no such parameter here; there are "
                            + String.join(", ", NAMES.stream().sorted().toList()) + ".");
        }
        if (values.size() > 1) {
            throw Problems.badParameter(name, name + " is given more than once.");
        }
        if (!name.equals("cursor") && values.getFirst().length() > LONGEST) {
            throw Problems.badParameter(name, name + " has at most " + LONGEST + " characters.");
        }
        if (values.getFirst().indexOf('\0') >= 0) {
            throw Problems.badParameter(name, name + " has a character that no text has (NUL).");
        }
    }

    private static String shown(String name) {
        return name.length() <= LIMIT ? name : name.substring(0, LIMIT);
    }

    private static Optional<String> value(MultivaluedMap<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.getFirst(name)).filter(value -> !value.isEmpty());
    }

    /** As in events and answers, for example {@code auto-retry}. */
    public static String name(Trigger trigger) {
        return Json.mapper().convertValue(trigger, String.class);
    }

    private static <T> T one(String name, T[] known, Function<T, String> written, String value) {
        return Arrays.stream(known)
                .filter(candidate -> written.apply(candidate).equals(value))
                .findFirst()
                .orElseThrow(() -> Problems.badParameter(
                        name,
                        name + " is one of " + Arrays.stream(known).map(written).collect(Collectors.joining(", "))
                                + "."));
    }

    private static UUID integration(String value) {
        try {
            UUID id = UUID.fromString(value);
            if (id.toString().equalsIgnoreCase(value)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // answered below
        }
        throw Problems.badParameter("integration", "integration is the id of an integration, a UUID.");
    }

    /** An instant, or what a browser's field for date and time sends, in UTC. */
    private static Instant time(String name, String value) {
        try {
            Instant time = value.endsWith("Z")
                    ? Instant.parse(value)
                    : LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
            if (time.isAfter(Instant.EPOCH) && time.isBefore(Instant.parse("3000-01-01T00:00:00Z"))) {
                return time;
            }
        } catch (DateTimeException e) {
            // answered below
        }
        throw Problems.badParameter(name, name + " is a time in UTC, for example 2026-03-01T10:00:00Z.");
    }

    private static int limit(String value) {
        if (value.matches("[0-9]{1,3}")) {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        }
        throw Problems.badParameter("limit", "limit is a whole number from 1 to " + MOST + ".");
    }
}
