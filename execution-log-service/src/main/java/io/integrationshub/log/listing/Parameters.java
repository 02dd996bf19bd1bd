package io.integrationshub.log.listing;

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

/** Parameters of an address. Whatever is wrong with one is answered with 400 and its name. */
final class Parameters {
    private static final int LONGEST = 200;
    private static final int LONGEST_NAME = 50;

    private final MultivaluedMap<String, String> values;

    /** @param known all names that there are */
    Parameters(MultivaluedMap<String, String> values, Set<String> known) {
        this.values = values;
        values.forEach((name, given) -> check(name, given, known));
    }

    private static void check(String name, List<String> values, Set<String> known) {
        if (!known.contains(name)) {
            throw Problems.badParameter(
                    name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME),
                    "There is no such parameter here; there are "
                            + String.join(", ", known.stream().sorted().toList()) + ".");
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

    Optional<String> text(String name) {
        return Optional.ofNullable(values.getFirst(name)).filter(value -> !value.isEmpty());
    }

    Optional<String> stripped(String name) {
        return text(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    <T> Optional<T> one(String name, T[] known, Function<T, String> written) {
        return text(name)
                .map(value -> Arrays.stream(known)
                        .filter(candidate -> written.apply(candidate).equals(value))
                        .findFirst()
                        .orElseThrow(() -> Problems.badParameter(
                                name,
                                name + " is one of "
                                        + Arrays.stream(known).map(written).collect(Collectors.joining(", ")) + ".")));
    }

    boolean truth(String name) {
        return one(name, new Boolean[] {true, false}, Object::toString).orElse(false);
    }

    Optional<UUID> id(String name) {
        return text(name).map(value -> id(name, value));
    }

    private static UUID id(String name, String value) {
        try {
            UUID id = UUID.fromString(value);
            if (id.toString().equalsIgnoreCase(value)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // answered below
        }
        throw Problems.badParameter(name, name + " is the id of an integration, a UUID.");
    }

    Optional<Instant> time(String name) {
        return text(name).map(value -> time(name, value));
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

    /** A whole number from 1 to {@code most}. */
    Optional<Integer> limit(String name, int most) {
        return text(name).map(value -> {
            int limit = value.matches("[0-9]{1,3}") ? Integer.parseInt(value) : 0;
            if (limit >= 1 && limit <= most) {
                return limit;
            }
            throw Problems.badParameter(name, name + " is a whole number from 1 to " + most + ".");
        });
    }
}
