package io.integrationshub.log.listing;

import io.integrationshub.contracts.Severity;
import io.integrationshub.log.application.LogLines.Query;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.Set;

/** The query of a search in all logs. Whatever is wrong with a parameter is answered with 400 and its name. */
public record LogSearch(Query query, int limit, Optional<String> cursor) {
    static final int LIMIT = 100;
    static final int MOST = 200;
    private static final Set<String> NAMES =
            Set.of("level", "connections", "integration", "step", "text", "since", "until", "limit", "cursor");

    /** Reads it, or refuses. */
    public static LogSearch of(MultivaluedMap<String, String> values) {
        Parameters parameters = new Parameters(values, NAMES);
        return new LogSearch(
                new Query(
                        parameters
                                .one("level", Severity.values(), Severity::name)
                                .orElse(Severity.TRACE),
                        parameters.truth("connections"),
                        parameters.id("integration"),
                        parameters.stripped("step"),
                        parameters.stripped("text"),
                        parameters.time("since"),
                        parameters.time("until")),
                parameters.limit("limit", MOST).orElse(LIMIT),
                parameters.text("cursor"));
    }

    /** Names this search in the store, without the place in it. */
    public String name(String storeId) {
        return storeId + "\nlogs\n" + query;
    }
}
