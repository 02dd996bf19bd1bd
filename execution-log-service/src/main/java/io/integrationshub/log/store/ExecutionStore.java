package io.integrationshub.log.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.integrationshub.contracts.Json;
import io.integrationshub.log.application.Change;
import io.integrationshub.log.application.ExecutionFilter;
import io.integrationshub.log.application.Executions;
import io.integrationshub.log.application.Position;
import io.integrationshub.log.domain.ExecutionSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@link Executions} in PostgreSQL. */
@ApplicationScoped
class ExecutionStore implements Executions {
    private static final String PUT = """
            insert into execution select * from json_populate_recordset(null::execution, ?::json)
            on conflict (id) do update set
                store_id = excluded.store_id, integration_id = excluded.integration_id, instance = excluded.instance,
                number = excluded.number, generation = excluded.generation, trigger = excluded.trigger,
                actor = excluded.actor, reason = excluded.reason, retry_of = excluded.retry_of,
                superseded_by = excluded.superseded_by, status = excluded.status,
                requested_at = excluded.requested_at, started_at = excluded.started_at, ended_at = excluded.ended_at,
                duration_ms = excluded.duration_ms, next_attempt_at = excluded.next_attempt_at,
                writes = excluded.writes, heard_at = excluded.heard_at, cause = excluded.cause, error_class = excluded.error_class, error_code = excluded.error_code,
                error_service = excluded.error_service, error_message = excluded.error_message,
                error_remedy = excluded.error_remedy, error_request = excluded.error_request,
                error_step = excluded.error_step""";
    private static final String REPLACEABLE = """
            select previous.id from unnest(?::uuid[], ?::uuid[], ?::bigint[]) as place (id, integration_id, number)
            cross join lateral (
                select p.id, p.status from execution p
                where p.integration_id = place.integration_id and p.number < place.number
                order by p.number desc limit 1) previous
            where previous.status not in ('SUCCEEDED', 'FAILED')""";
    private static final String AFTER = """
            select place.id, next.id, next.number, next.requested_at
            from unnest(?::uuid[], ?::uuid[], ?::bigint[]) as place (id, integration_id, number)
            cross join lateral (
                select n.id, n.number, n.requested_at from execution n
                where n.integration_id = place.integration_id and n.number > place.number
                order by n.number, n.id limit 1) next""";

    private static final String NEWEST = """
            select newest.* from unnest(?::uuid[]) as wanted (id)
            cross join lateral (
                select * from execution e where e.integration_id = wanted.id order by e.number desc, e.id desc limit 1) newest""";
    private static final String LINEAGE = """
            with recursive
                earlier (id, retry_of, steps) as (
                    select id, retry_of, 0 from execution where id = ?
                    union all
                    select e.id, e.retry_of, steps + 1 from earlier join execution e on e.id = earlier.retry_of where steps < 25),
                later (id, steps) as (
                    select id, 0 from execution where id = ?
                    union all
                    select e.id, steps + 1 from later join execution e on e.retry_of = later.id where steps < 25)
            select e.* from execution e
            where e.id in (select id from earlier union select id from later) and e.store_id = ?
            order by e.number, e.id limit 50""";

    private final Database database;

    ExecutionStore(Database database) {
        this.database = database;
    }

    @Override
    public void put(Collection<Change> changes) {
        List<Map<String, Object>> rows = changes.stream()
                .filter(change -> !change.before().equals(Optional.of(change.after())))
                .map(change -> ExecutionRow.of(change.after()))
                .toList();
        if (!rows.isEmpty()) {
            database.update(PUT, statement -> statement.setString(1, json(rows)));
        }
    }

    @Override
    public Map<UUID, ExecutionSummary> known(Collection<UUID> executionIds) {
        return database
                .query(
                        "select * from execution where id = any (?::uuid[])",
                        statement -> array(statement, 1, "uuid", executionIds.toArray()),
                        ExecutionRow::read)
                .stream()
                .collect(Collectors.toMap(ExecutionSummary::id, Function.identity()));
    }

    @Override
    public Optional<ExecutionSummary> before(UUID integrationId, long number) {
        return database
                .query(
                        "select * from execution where integration_id = ? and number < ? order by number desc limit 1",
                        statement -> {
                            statement.setObject(1, integrationId);
                            statement.setLong(2, number);
                        },
                        ExecutionRow::read)
                .stream()
                .findFirst();
    }

    @Override
    public Map<UUID, ExecutionSummary> newest(Collection<UUID> integrationIds) {
        return database
                .query(NEWEST, statement -> array(statement, 1, "uuid", integrationIds.toArray()), ExecutionRow::read)
                .stream()
                .collect(Collectors.toMap(ExecutionSummary::integrationId, Function.identity()));
    }

    @Override
    public List<UUID> replaceable(Collection<Place> before) {
        return database.query(REPLACEABLE, statement -> places(statement, before), row -> row.getObject(1, UUID.class));
    }

    @Override
    public Map<UUID, Next> after(Collection<Place> places) {
        return database
                .query(
                        AFTER,
                        statement -> places(statement, places),
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                new Next(
                                        row.getObject(2, UUID.class),
                                        row.getLong(3),
                                        row.getObject(4, OffsetDateTime.class).toInstant())))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<ExecutionSummary> find(String storeId, UUID executionId) {
        return database
                .query(
                        "select * from execution where id = ? and store_id = ?",
                        statement -> {
                            statement.setObject(1, executionId);
                            statement.setString(2, storeId);
                        },
                        ExecutionRow::read)
                .stream()
                .findFirst();
    }

    @Override
    public List<ExecutionSummary> lineage(String storeId, UUID executionId) {
        return database.query(
                LINEAGE,
                statement -> {
                    statement.setObject(1, executionId);
                    statement.setObject(2, executionId);
                    statement.setString(3, storeId);
                },
                ExecutionRow::read);
    }

    @Override
    public Optional<UUID> retryOf(UUID executionId) {
        return database
                .query(
                        "select id from execution where retry_of = ? order by number limit 1",
                        statement -> statement.setObject(1, executionId),
                        row -> row.getObject(1, UUID.class))
                .stream()
                .findFirst();
    }

    @Override
    public Found list(
            String storeId, ExecutionFilter filter, Optional<Position> after, int limit, Instant silentSince) {
        ListStatement list = ListStatement.of(storeId, filter, after, limit, silentSince);
        List<ExecutionSummary> found = database.search(list.sql(), list::set, ExecutionRow::read);
        if (found.size() >= limit || list.complete()) {
            return new Found(found, Optional.empty());
        }
        // What else fits lies behind the rows that were looked at, if there are more of them.
        Optional<Position> searchedTo = database
                .search(
                        list.end(),
                        list::setEnd,
                        row -> new Position(
                                row.getObject("requested_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getObject("id", UUID.class)))
                .stream()
                .findFirst();
        return new Found(found, searchedTo);
    }

    private static void places(PreparedStatement statement, Collection<Place> places) throws SQLException {
        array(statement, 1, "uuid", places.stream().map(Place::id).toArray());
        array(statement, 2, "uuid", places.stream().map(Place::integrationId).toArray());
        array(statement, 3, "bigint", places.stream().map(Place::number).toArray());
    }

    private static void array(PreparedStatement statement, int index, String type, Object[] values)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    private static String json(List<Map<String, Object>> rows) {
        try {
            return Json.mapper().writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Executions cannot be written", e);
        }
    }
}
