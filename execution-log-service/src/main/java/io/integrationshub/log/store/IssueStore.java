package io.integrationshub.log.store;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.log.application.Issues;
import io.integrationshub.log.domain.ExecutionError;
import io.integrationshub.log.domain.ExecutionSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** {@link Issues} in PostgreSQL. */
@ApplicationScoped
class IssueStore implements Issues {
    // In the order of the causes: transactions that touch the same issues wait for each other, never in a circle.
    private static final String FAILED = """
            with told (id, integration_id, store_id, cause, error_class, code, service, remedy, message, step, requested_at,
                       ended_at) as (
                select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])),
            fresh as (
                select t.* from told t where not exists (select 1 from issue_failure f where f.execution_id = t.id)),
            newest as (
                select distinct on (store_id, cause) *, count(*) over (partition by store_id, cause) as failures
                from fresh order by store_id, cause, ended_at desc),
            touched as (
                insert into issue as i (id, store_id, cause, state, error_class, code, service, remedy, message, step, opened_at,
                    last_at, failures, last_failure)
                select gen_random_uuid(), store_id, cause, 'OPEN', error_class, code, service, remedy, message, step, ended_at,
                    ended_at, failures, id
                from newest order by store_id, cause
                on conflict (store_id, cause) do update set
                    failures = i.failures + excluded.failures,
                    message = excluded.message, step = excluded.step, last_failure = excluded.last_failure,
                    last_at = greatest(i.last_at, excluded.last_at),
                    reopened = i.reopened + case when i.state = 'RESOLVED' and excluded.last_at > i.resolved_at then 1 else 0 end,
                    state = case when i.state = 'RESOLVED' and excluded.last_at > i.resolved_at then 'OPEN' else i.state end
                returning id, store_id, cause)
            insert into issue_failure (execution_id, issue_id, integration_id, requested_at)
            select f.id, t.id, f.integration_id, f.requested_at
            from fresh f join touched t on t.store_id = f.store_id and t.cause = f.cause
            on conflict do nothing""";
    private static final String RECOVERED = """
            update issue_failure f set recovered = true
            from unnest(?::uuid[], ?::timestamptz[]) as success (integration_id, requested_at)
            where f.integration_id = success.integration_id and f.requested_at < success.requested_at and not f.recovered
            returning f.issue_id""";
    private static final String RESOLVE = """
            update issue i set state = 'RESOLVED', resolved_at = ?, changed_by = null
            where i.id = any (?::uuid[]) and i.state <> 'RESOLVED'
                and not exists (select 1 from issue_failure f where f.issue_id = i.id and not f.recovered)""";
    private static final String SELECT = """
            select i.*, (select count(distinct integration_id) from
                (select integration_id from issue_failure f where f.issue_id = i.id and not f.recovered limit 1000) s) integrations
            from issue i where i.store_id = ?""";

    private final Database database;

    IssueStore(Database database) {
        this.database = database;
    }

    @Override
    public void failed(List<ExecutionSummary> failures) {
        List<ExecutionSummary> known = failures.stream()
                .filter(failed -> failed.cause() != null)
                .sorted(Comparator.comparing(ExecutionSummary::storeId).thenComparing(ExecutionSummary::cause))
                .toList();
        database.update(FAILED, statement -> {
            array(statement, 1, "uuid", known, ExecutionSummary::id);
            array(statement, 2, "uuid", known, ExecutionSummary::integrationId);
            array(statement, 3, "text", known, failed -> ExecutionRow.text(failed.storeId()));
            array(statement, 4, "text", known, failed -> ExecutionRow.text(failed.cause()));
            error(statement, 5, known, error -> error.errorClass().name());
            error(statement, 6, known, ExecutionError::code);
            error(statement, 7, known, ExecutionError::service);
            error(statement, 8, known, ExecutionError::remedy);
            error(statement, 9, known, ExecutionError::message);
            error(statement, 10, known, ExecutionError::step);
            array(statement, 11, "timestamptz", known, failed -> time(failed.requestedAt()));
            array(statement, 12, "timestamptz", known, failed -> time(failed.endedAt()));
        });
    }

    @Override
    public void succeeded(List<ExecutionSummary> successes, Instant now) {
        List<UUID> touched = database.query(
                RECOVERED,
                statement -> {
                    array(statement, 1, "uuid", successes, ExecutionSummary::integrationId);
                    array(statement, 2, "timestamptz", successes, success -> time(success.requestedAt()));
                },
                row -> row.getObject(1, UUID.class));
        if (!touched.isEmpty()) {
            database.update(RESOLVE, statement -> {
                statement.setObject(1, time(now));
                statement.setArray(
                        2,
                        statement
                                .getConnection()
                                .createArrayOf(
                                        "uuid",
                                        touched.stream().distinct().sorted().toArray()));
            });
        }
    }

    @Override
    public List<Issue> list(String storeId, Optional<State> state) {
        return database.query(
                SELECT + " and (?::text is null or i.state = ?) order by i.last_at desc, i.id desc limit 200",
                statement -> {
                    statement.setString(1, storeId);
                    statement.setString(2, state.map(Enum::name).orElse(null));
                    statement.setString(3, state.map(Enum::name).orElse(null));
                },
                IssueStore::read);
    }

    @Override
    public Optional<Issue> find(String storeId, UUID id) {
        return database
                .query(
                        SELECT + " and i.id = ?",
                        statement -> {
                            statement.setString(1, storeId);
                            statement.setObject(2, id);
                        },
                        IssueStore::read)
                .stream()
                .findFirst();
    }

    @Override
    public boolean move(String storeId, UUID id, State state, String actor, Instant now) {
        return database.update(
                        "update issue set state = ?, changed_by = ?, resolved_at = ? where id = ? and store_id = ?",
                        statement -> {
                            statement.setString(1, state.name());
                            statement.setString(2, ExecutionRow.text(actor));
                            statement.setObject(3, state == State.RESOLVED ? time(now) : null);
                            statement.setObject(4, id);
                            statement.setString(5, storeId);
                        })
                == 1;
    }

    private static Issue read(ResultSet row) throws SQLException {
        return new Issue(
                row.getObject("id", UUID.class),
                row.getString("cause"),
                State.valueOf(row.getString("state")),
                ErrorClass.valueOf(row.getString("error_class")),
                row.getString("code"),
                row.getString("service"),
                row.getString("remedy"),
                row.getString("message"),
                row.getString("step"),
                instant(row, "opened_at"),
                instant(row, "last_at"),
                instant(row, "resolved_at"),
                row.getInt("reopened"),
                row.getLong("failures"),
                row.getInt("integrations"),
                row.getObject("last_failure", UUID.class),
                row.getString("changed_by"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static void error(
            PreparedStatement statement,
            int index,
            List<ExecutionSummary> failures,
            Function<ExecutionError, String> member)
            throws SQLException {
        array(statement, index, "text", failures, failed -> ExecutionRow.text(member.apply(failed.error())));
    }

    private static void array(
            PreparedStatement statement,
            int index,
            String type,
            List<ExecutionSummary> executions,
            Function<ExecutionSummary, Object> member)
            throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf(type, executions.stream().map(member).toArray()));
    }
}
