package io.integrationshub.log.listing;

import io.integrationshub.log.domain.Status;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The query of a list of instances. Whatever is wrong with a parameter is answered with 400 and its name. */
public record InstanceQuery(Optional<String> text, Optional<Status> status, Optional<UUID> after, int limit) {
    static final int LIMIT = 50;
    static final int MOST = 200;
    private static final Set<String> NAMES = Set.of("text", "status", "after", "limit");

    /** Reads it, or refuses. */
    public static InstanceQuery of(MultivaluedMap<String, String> values) {
        Parameters parameters = new Parameters(values, NAMES);
        return new InstanceQuery(
                parameters.stripped("text"),
                parameters.one("status", Status.values(), Status::name),
                parameters.id("after"),
                parameters.limit("limit", MOST).orElse(LIMIT));
    }
}
