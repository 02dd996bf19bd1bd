package io.integrationshub.log.listing;

import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.application.ExecutionFilter;
import io.integrationshub.log.domain.Status;
import io.integrationshub.runtime.web.Problems;
import jakarta.ws.rs.core.MultivaluedMap;
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
    private static final Set<String> NAMES = Set.of("status", "integration", "trigger", "limit", "cursor");

    /** Reads it, or refuses. */
    public static ListQuery of(MultivaluedMap<String, String> parameters) {
        parameters.forEach(ListQuery::check);
        return new ListQuery(
                new ExecutionFilter(
                        value(parameters, "status").map(ListQuery::status),
                        value(parameters, "integration").map(ListQuery::integration),
                        value(parameters, "trigger").map(ListQuery::trigger)),
                value(parameters, "limit").map(ListQuery::limit).orElse(LIMIT),
                value(parameters, "cursor"));
    }

    /** Names this list in the store, without the place in it. */
    public String name(String storeId) {
        return storeId + '\n' + filter.status() + '\n' + filter.integrationId() + '\n' + filter.trigger();
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
    }

    private static String shown(String name) {
        return name.length() <= LIMIT ? name : name.substring(0, LIMIT);
    }

    private static Optional<String> value(MultivaluedMap<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.getFirst(name)).filter(value -> !value.isEmpty());
    }

    private static Status status(String value) {
        return one("status", Status.values(), Status::name, value);
    }

    private static Trigger trigger(String value) {
        return one("trigger", Trigger.values(), ListQuery::name, value);
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
