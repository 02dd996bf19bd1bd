package io.integrationshub.log.store;

import io.integrationshub.log.application.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** {@link Notices} in PostgreSQL. */
@ApplicationScoped
class NoticeStore implements Notices {
    // In the order of the keys: transactions that see the same wait for each other, never in a circle.
    private static final String SEE = """
            insert into alert as a (id, rule_id, subject, waiting, since, until, integration_id, instance, execution_id, message)
            select gen_random_uuid(), * from unnest(?::uuid[], ?::text[], ?::bigint[], ?::timestamptz[], ?::timestamptz[],
                ?::uuid[], ?::text[], ?::uuid[], ?::text[])
            on conflict (rule_id, subject) do update set
                since = case when a.waiting = 0 then excluded.since else least(a.since, excluded.since) end,
                waiting = a.waiting + excluded.waiting, until = greatest(a.until, excluded.until),
                integration_id = excluded.integration_id, instance = excluded.instance, execution_id = excluded.execution_id,
                message = excluded.message
            returning id""";
    private static final String TELL = """
            with told as (
                update alert a set told_at = ?, waiting = 0
                from (select * from alert where id = ?) before
                where a.id = before.id
                returning a.*, before.waiting as occurrences)
            insert into notice (id, rule_id, subject, occurrences, since, until, integration_id, instance, execution_id, message,
                created_at, state, attempts)
            select gen_random_uuid(), rule_id, subject, occurrences, since, until, integration_id, instance, execution_id, message,
                told_at, 'SENDING', 0
            from told returning *""";

    private final Database database;

    NoticeStore(Database database) {
        this.database = database;
    }

    @Override
    public List<UUID> see(Collection<Seen> seen) {
        List<Seen> sorted = seen.stream()
                .sorted(Comparator.comparing((Seen one) -> one.ruleId().toString())
                        .thenComparing(Seen::subject))
                .toList();
        return database.query(
                SEE,
                statement -> {
                    array(statement, 1, "uuid", sorted, Seen::ruleId);
                    array(statement, 2, "text", sorted, one -> ExecutionRow.text(one.subject()));
                    array(statement, 3, "bigint", sorted, Seen::count);
                    array(statement, 4, "timestamptz", sorted, one -> time(one.since()));
                    array(statement, 5, "timestamptz", sorted, one -> time(one.until()));
                    array(statement, 6, "uuid", sorted, Seen::integrationId);
                    array(statement, 7, "text", sorted, one -> ExecutionRow.text(one.instance()));
                    array(statement, 8, "uuid", sorted, Seen::executionId);
                    array(statement, 9, "text", sorted, one -> ExecutionRow.text(one.message()));
                },
                row -> row.getObject(1, UUID.class));
    }

    @Override
    public Optional<Told> lock(UUID waitingId) {
        return database
                .query(
                        "select rule_id, told_at from alert where id = ? and waiting > 0 for update",
                        statement -> statement.setObject(1, waitingId),
                        row -> new Told(row.getObject(1, UUID.class), instant(row, "told_at")))
                .stream()
                .findFirst();
    }

    @Override
    public Notice tell(UUID waitingId, Instant now) {
        return database.query(
                        TELL,
                        statement -> {
                            statement.setObject(1, time(now));
                            statement.setObject(2, waitingId);
                        },
                        NoticeStore::read)
                .getFirst();
    }

    @Override
    public Optional<Notice> find(UUID noticeId) {
        return database
                .query(
                        "select * from notice where id = ?",
                        statement -> statement.setObject(1, noticeId),
                        NoticeStore::read)
                .stream()
                .findFirst();
    }

    @Override
    public List<Notice> newest(UUID ruleId, int limit) {
        return database.query(
                "select * from notice where rule_id = ? order by created_at desc, id desc limit ?",
                statement -> {
                    statement.setObject(1, ruleId);
                    statement.setInt(2, limit);
                },
                NoticeStore::read);
    }

    @Override
    public List<Notice> newestOfEach(Collection<UUID> ruleIds) {
        return database.query(
                """
                select newest.* from unnest(?::uuid[]) as one (id) cross join lateral (
                    select * from notice where rule_id = one.id order by created_at desc, id desc limit 1) newest""",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("uuid", ruleIds.toArray())),
                NoticeStore::read);
    }

    @Override
    public void attempted(UUID noticeId, State state, String problem) {
        database.update("update notice set state = ?, attempts = attempts + 1, problem = ? where id = ?", statement -> {
            statement.setString(1, state.name());
            statement.setString(2, problem);
            statement.setObject(3, noticeId);
        });
    }

    @Override
    public void forgetBefore(Instant time) {
        database.update(
                "delete from notice where id in (select id from notice where created_at < ? and state <> 'SENDING' limit 1000)",
                statement -> statement.setObject(1, time(time)));
    }

    @Override
    public Instant mark(String name) {
        return database.query(
                        "select at from alert_mark where name = ?",
                        statement -> statement.setString(1, name),
                        row -> instant(row, "at"))
                .getFirst();
    }

    @Override
    public void mark(String name, Instant at) {
        database.update("update alert_mark set at = ? where name = ?", statement -> {
            statement.setObject(1, time(at));
            statement.setString(2, name);
        });
    }

    private static Notice read(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                row.getObject("rule_id", UUID.class),
                row.getString("subject"),
                row.getLong("occurrences"),
                instant(row, "since"),
                instant(row, "until"),
                row.getObject("integration_id", UUID.class),
                row.getString("instance"),
                row.getObject("execution_id", UUID.class),
                row.getString("message"),
                instant(row, "created_at"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("problem"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static void array(
            PreparedStatement statement, int index, String type, List<Seen> seen, Function<Seen, Object> member)
            throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf(type, seen.stream().map(member).toArray()));
    }
}
