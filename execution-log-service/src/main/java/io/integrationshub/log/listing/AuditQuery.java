package io.integrationshub.log.listing;

import io.integrationshub.log.application.Audit;
import io.integrationshub.log.application.Position;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The query of the audit. Whatever is wrong with a parameter is answered with 400 and its name. */
public record AuditQuery(Optional<String> actor, Optional<Audit.Action> action, int limit, Optional<String> cursor) {
    static final int LIMIT = 100;
    static final int MOST = 200;
    private static final Set<String> NAMES = Set.of("actor", "action", "limit", "cursor");

    /** Reads it, or refuses. */
    public static AuditQuery of(MultivaluedMap<String, String> values) {
        Parameters parameters = new Parameters(values, NAMES);
        return new AuditQuery(
                parameters.stripped("actor"),
                parameters.one("action", Audit.Action.values(), Audit.Action::name),
                parameters.limit("limit", MOST).orElse(LIMIT),
                parameters.text("cursor"));
    }

    /** @param next cursor of the following page, or empty on the last one */
    public record Page(List<Audit.Entry> entries, Optional<String> next) {}

    /** What it asks for. */
    public Page page(Audit audit, Cursors cursors, String storeId) {
        String list = storeId + "\naudit\n" + actor + action;
        Optional<Position> after = cursor.map(place -> cursors.read(place, list));
        List<Audit.Entry> found = audit.list(storeId, actor, action, after, limit + 1);
        List<Audit.Entry> shown = found.stream().limit(limit).toList();
        return new Page(
                shown,
                found.size() > limit
                        ? Optional.of(cursors.write(
                                new Position(
                                        shown.getLast().at(), shown.getLast().id()),
                                list))
                        : Optional.empty());
    }
}
