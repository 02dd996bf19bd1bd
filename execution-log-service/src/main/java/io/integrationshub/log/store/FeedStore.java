package io.integrationshub.log.store;

import io.integrationshub.log.application.Feed;
import io.integrationshub.log.domain.ExecutionSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** {@link Feed} in PostgreSQL. */
@ApplicationScoped
class FeedStore implements Feed {
    private static final String BEHIND = """
            select id, stores, executions from told where id > ? or id = any (?::bigint[]) order by id limit 500""";
    private static final String SINCE = """
            select id, stores, executions from told
            where id > ? or id > ? - 50 and at > clock_timestamp() - interval '30 seconds' order by id limit 500""";
    private static final String REACHES = """
            select coalesce(? between (select min(id) from told) - 1 and (select max(id) from told), false)""";

    private final Database database;

    FeedStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(Collection<ExecutionSummary> told) {
        database.update("insert into told (stores, executions) values (?, ?)", statement -> {
            array(
                    statement,
                    1,
                    "text",
                    told.stream()
                            .map(execution -> ExecutionRow.text(execution.storeId()))
                            .toArray());
            array(statement, 2, "uuid", told.stream().map(ExecutionSummary::id).toArray());
        });
    }

    @Override
    public long end() {
        return database.query("select coalesce(max(id), 0) from told", statement -> {}, row -> row.getLong(1))
                .getFirst();
    }

    @Override
    public boolean reaches(long id) {
        return database.query(REACHES, statement -> statement.setLong(1, id), row -> row.getBoolean(1))
                .getFirst();
    }

    @Override
    public List<Entry> behind(long id, Collection<Long> missing) {
        return database.query(
                BEHIND,
                statement -> {
                    statement.setLong(1, id);
                    array(statement, 2, "bigint", missing.toArray());
                },
                row -> new Entry(row.getLong(1), executions(row)));
    }

    @Override
    public List<Entry> since(long id) {
        return database.query(
                SINCE,
                statement -> {
                    statement.setLong(1, id);
                    statement.setLong(2, id);
                },
                row -> new Entry(row.getLong(1), executions(row)));
    }

    @Override
    public void forgetBefore(Instant time) {
        database.update("delete from told where at < ? and id < (select max(id) from told)", statement -> {
            statement.setObject(1, time.atOffset(ZoneOffset.UTC));
        });
    }

    private static Map<String, Set<UUID>> executions(ResultSet row) throws SQLException {
        String[] stores = (String[]) row.getArray(2).getArray();
        UUID[] executions = (UUID[]) row.getArray(3).getArray();
        Map<String, Set<UUID>> byStore = new LinkedHashMap<>();
        for (int i = 0; i < stores.length; i++) {
            byStore.computeIfAbsent(stores[i], first -> new LinkedHashSet<>()).add(executions[i]);
        }
        return byStore;
    }

    private static void array(PreparedStatement statement, int index, String type, Object[] values)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
