package io.integrationshub.log.listing;

import io.integrationshub.runtime.web.Problems;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/** Where a stream goes on: what the browser says on its own when it comes back, else what the address says. */
public final class Continued {
    private static final String AFTER = "after";

    private Continued() {}

    /** A position of a list, or a line of a log. */
    public static Optional<String> after(String lastEventId, String after) {
        return Optional.ofNullable(lastEventId)
                .filter(id -> !id.isBlank())
                .or(() -> Optional.ofNullable(after).filter(id -> !id.isBlank()));
    }

    /** The same for a list. */
    public static Optional<Long> position(String lastEventId, String after) {
        return after(lastEventId, after).map(Continued::position);
    }

    /** The filters of a stream's address. */
    public static ListQuery filters(MultivaluedMap<String, String> parameters) {
        MultivaluedMap<String, String> filters = new MultivaluedHashMap<>(parameters);
        filters.remove(AFTER);
        return ListQuery.of(filters);
    }

    private static long position(String value) {
        if (value.matches("[0-9]{1,18}")) {
            return Long.parseLong(value);
        }
        throw Problems.badParameter(
                AFTER, "after (or Last-Event-ID) is the id of an event of this stream. Start again without it.");
    }
}
