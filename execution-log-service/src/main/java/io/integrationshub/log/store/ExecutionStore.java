package io.integrationshub.log.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.integrationshub.contracts.Json;
import io.integrationshub.log.application.ExecutionFilter;
import io.integrationshub.log.application.Executions;
import io.integrationshub.log.application.Position;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.Successor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
                writes = excluded.writes, error_class = excluded.error_class, error_code = excluded.error_code,
                error_service = excluded.error_service, error_message = excluded.error_message,
                error_remedy = excluded.error_remedy, error_request = excluded.error_request,
                error_step = excluded.error_step""";
    private static final String BEFORE = """
            select previous.id from execution e
            cross join lateral (
                select p.id from execution p where p.integration_id = e.integration_id and p.number < e.number
                order by p.number desc limit 1) previous
            where e.id = any (?::uuid[])""";
    private static final String AFTER = """
            select e.id, next.id, next.requested_at from execution e
            cross join lateral (
                select n.id, n.requested_at from execution n
                where n.integration_id = e.integration_id and n.number > e.number
                order by n.number, n.id limit 1) next
            where e.id = any (?::uuid[])""";

    private final Database database;

    ExecutionStore(Database database) {
        this.database = database;
    }

    @Override
    public void put(Collection<ExecutionSummary> executions) {
        if (!executions.isEmpty()) {
            String rows = json(executions.stream().map(ExecutionRow::of).toList());
            database.update(PUT, statement -> statement.setString(1, rows));
        }
    }

    @Override
    public Set<UUID> before(Collection<ExecutionSummary> executions) {
        Object[] ids = executions.stream().map(ExecutionSummary::id).toArray();
        return new HashSet<>(
                database.query(BEFORE, statement -> uuids(statement, ids), row -> row.getObject(1, UUID.class)));
    }

    @Override
    public Map<UUID, Successor> after(Collection<UUID> executionIds) {
        record Next(UUID id, Successor successor) {}
        return database
                .query(
                        AFTER,
                        statement -> uuids(statement, executionIds.toArray()),
                        row -> new Next(
                                row.getObject(1, UUID.class),
                                new Successor(
                                        row.getObject(2, UUID.class),
                                        row.getObject(3, OffsetDateTime.class).toInstant())))
                .stream()
                .collect(Collectors.toMap(Next::id, Next::successor));
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
    public List<ExecutionSummary> list(String storeId, ExecutionFilter filter, Optional<Position> after, int limit) {
        StringBuilder sql = new StringBuilder("select * from execution where store_id = ?");
        List<Object> values = new ArrayList<>(List.of(storeId));
        // As a literal, or the planner could not use the partial index of that status.
        filter.status()
                .ifPresent(status ->
                        sql.append(" and status = '").append(status.name()).append('\''));
        filter.integrationId().ifPresent(id -> {
            sql.append(" and integration_id = ?");
            values.add(id);
        });
        filter.trigger().ifPresent(trigger -> {
            sql.append(" and trigger = ?");
            values.add(trigger.name());
        });
        after.ifPresent(position -> {
            sql.append(" and (requested_at, id) < (?, ?)");
            values.add(position.requestedAt().atOffset(ZoneOffset.UTC));
            values.add(position.id());
        });
        sql.append(" order by requested_at desc, id desc limit ?");
        values.add(limit);
        return database.query(
                sql.toString(),
                statement -> {
                    for (int i = 0; i < values.size(); i++) {
                        statement.setObject(i + 1, values.get(i));
                    }
                },
                ExecutionRow::read);
    }

    private static void uuids(PreparedStatement statement, Object[] ids) throws SQLException {
        Array array = statement.getConnection().createArrayOf("uuid", ids);
        statement.setArray(1, array);
    }

    private static String json(List<Map<String, Object>> rows) {
        try {
            return Json.mapper().writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Executions cannot be written", e);
        }
    }
}
