package io.integrationshub.log.store;

import io.integrationshub.log.application.Change;
import io.integrationshub.log.application.Tallies;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.Fact;
import io.integrationshub.log.domain.RecordedFact;
import io.integrationshub.log.domain.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@link Tallies} in PostgreSQL. Rows are written in the order of their keys, so that transactions do not wait in a circle. */
@ApplicationScoped
class TallyStore implements Tallies {
    private static final String MOVE = """
            insert into tally select * from unnest(?::text[], ?::timestamptz[], ?::text[], ?::bigint[], ?::bigint[])
            on conflict (store_id, hour, status) do update set
                executions = tally.executions + excluded.executions, duration_ms = tally.duration_ms + excluded.duration_ms""";
    private static final String ADD = """
            insert into step_tally
            select * from unnest(?::text[], ?::timestamptz[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
            on conflict (store_id, hour, step) do update set
                tries = step_tally.tries + excluded.tries, failures = step_tally.failures + excluded.failures,
                duration_ms = step_tally.duration_ms + excluded.duration_ms,
                longest_ms = greatest(step_tally.longest_ms, excluded.longest_ms)""";

    private final Database database;

    TallyStore(Database database) {
        this.database = database;
    }

    private record Key(String storeId, Instant hour, String name) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::storeId).thenComparing(Key::hour).thenComparing(Key::name);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    @Override
    public void add(Collection<RecordedFact> fresh, List<Change> changes) {
        Map<Key, long[]> tries = tries(fresh);
        Map<Key, long[]> moves = moves(changes);
        if (!tries.isEmpty() || !moves.isEmpty()) {
            database.update(ADD + ";\n" + MOVE, statement -> {
                set(statement, 1, tries, 4);
                set(statement, 8, moves, 2);
            });
        }
    }

    private static Map<Key, long[]> moves(List<Change> changes) {
        Map<Key, long[]> sums = new TreeMap<>();
        for (Change change : changes) {
            change.before().ifPresent(before -> count(sums, before, -1));
            count(sums, change.after(), 1);
        }
        sums.values().removeIf(sum -> sum[0] == 0 && sum[1] == 0);
        return sums;
    }

    private static void count(Map<Key, long[]> sums, ExecutionSummary execution, int sign) {
        long duration = execution.durationMs() == null ? 0 : execution.durationMs();
        add(
                sums,
                execution.storeId(),
                execution.requestedAt(),
                execution.status().name(),
                sign,
                sign * duration);
    }

    private static Map<Key, long[]> tries(Collection<RecordedFact> fresh) {
        Map<Key, long[]> sums = new TreeMap<>();
        for (RecordedFact recorded : fresh) {
            switch (recorded.fact()) {
                case Fact.StepSucceeded e -> step(sums, recorded, e.step().name(), 0, e.durationMs());
                case Fact.StepFailed e -> step(sums, recorded, e.step().name(), 1, e.durationMs());
                default -> {}
            }
        }
        return sums;
    }

    private static void step(Map<Key, long[]> sums, RecordedFact recorded, String step, int failures, long ms) {
        long[] sum = add(sums, recorded.storeId(), recorded.at(), step, 1, failures, ms, 0);
        sum[3] = Math.max(sum[3], ms);
    }

    private static long[] add(Map<Key, long[]> sums, String storeId, Instant at, String name, long... values) {
        Key key = new Key(ExecutionRow.text(storeId), at.truncatedTo(ChronoUnit.HOURS), ExecutionRow.text(name));
        long[] sum = sums.computeIfAbsent(key, first -> new long[values.length]);
        for (int i = 0; i < values.length; i++) {
            sum[i] += values[i];
        }
        return sum;
    }

    private static void set(PreparedStatement statement, int first, Map<Key, long[]> sums, int columns)
            throws SQLException {
        List<Key> keys = List.copyOf(sums.keySet());
        array(statement, first, "text", keys.stream().map(Key::storeId).toArray());
        array(
                statement,
                first + 1,
                "timestamptz",
                keys.stream().map(key -> time(key.hour())).toArray());
        array(statement, first + 2, "text", keys.stream().map(Key::name).toArray());
        for (int column = 0; column < columns; column++) {
            List<Long> values = new ArrayList<>();
            for (long[] sum : sums.values()) {
                values.add(sum[column]);
            }
            array(statement, first + 3 + column, "bigint", values.toArray());
        }
    }

    @Override
    public List<Hour> hours(String storeId, Instant since) {
        return database.query(
                "select hour, status, executions, duration_ms from tally where store_id = ? and hour >= ? order by hour",
                statement -> {
                    statement.setString(1, storeId);
                    statement.setObject(2, time(since));
                },
                row -> new Hour(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        Status.valueOf(row.getString(2)),
                        row.getLong(3),
                        row.getLong(4)));
    }

    @Override
    public List<StepCost> slowest(String storeId, Instant since, int limit) {
        return database.query(
                """
                select step, sum(tries)::bigint, sum(failures)::bigint, (sum(duration_ms) / sum(tries))::bigint, max(longest_ms)
                from step_tally where store_id = ? and hour >= ? group by step order by 4 desc, 1 limit ?""",
                statement -> {
                    statement.setString(1, storeId);
                    statement.setObject(2, time(since));
                    statement.setInt(3, limit);
                },
                row -> new StepCost(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static void array(PreparedStatement statement, int index, String type, Object[] values)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
