package io.integrationshub.log.store;

import io.integrationshub.log.application.Instances;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link Instances} in PostgreSQL: goes from id to id along an index, however many executions each has. */
@ApplicationScoped
class InstanceStore implements Instances {
    private static final int WINDOW = 500;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String LIST = """
            with recursive instance (id) as (
                (select integration_id from execution where store_id = ? and integration_id > ? order by integration_id limit 1)
                union all
                select next.integration_id from instance, lateral (
                    select integration_id from execution where store_id = ? and integration_id > instance.id
                    order by integration_id limit 1) next)
            select newest.* from (select id from instance limit ?) one cross join lateral (
                select * from execution e where e.integration_id = one.id and e.store_id = ?
                order by e.number desc, e.id desc limit 1) newest""";

    private static final String NAMES = """
            select newest.* from unnest(?::uuid[]) as one (id) cross join lateral (
                select integration_id, instance from execution e where e.integration_id = one.id and e.store_id = ?
                order by e.number desc, e.id desc limit 1) newest""";

    private final Database database;

    InstanceStore(Database database) {
        this.database = database;
    }

    @Override
    public Found list(
            String storeId,
            Optional<String> text,
            Optional<Status> status,
            Optional<UUID> after,
            int limit,
            Instant silentSince) {
        boolean all = text.isEmpty() && status.isEmpty();
        int window = all ? limit + 1 : WINDOW;
        List<ExecutionSummary> looked = database.query(
                LIST,
                statement -> {
                    statement.setString(1, storeId);
                    statement.setObject(2, after.orElse(FIRST));
                    statement.setString(3, storeId);
                    statement.setInt(4, window);
                    statement.setString(5, storeId);
                },
                ExecutionRow::read);
        Stream<ExecutionSummary> fitting = looked.stream()
                .map(execution -> execution.at(silentSince))
                .filter(execution ->
                        text.map(part -> contains(execution.instance(), part)).orElse(true))
                .filter(execution ->
                        status.map(wanted -> execution.status() == wanted).orElse(true));
        List<ExecutionSummary> found = fitting.limit(limit).toList();
        boolean full = found.size() == limit;
        boolean more = looked.size() == window || (full && !all);
        UUID last = full ? found.getLast().integrationId() : last(looked);
        return new Found(found, more ? Optional.of(last) : Optional.empty());
    }

    @Override
    public Map<UUID, String> names(String storeId, Collection<UUID> integrationIds) {
        return database
                .query(
                        NAMES,
                        statement -> {
                            statement.setArray(
                                    1, statement.getConnection().createArrayOf("uuid", integrationIds.toArray()));
                            statement.setString(2, storeId);
                        },
                        row -> Map.entry(row.getObject("integration_id", UUID.class), row.getString("instance")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static UUID last(List<ExecutionSummary> looked) {
        return looked.isEmpty() ? FIRST : looked.getLast().integrationId();
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
