package io.integrationshub.log.store;

import io.integrationshub.log.application.AutomaticRetries;
import io.integrationshub.log.domain.ExecutionSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** {@link AutomaticRetries} in PostgreSQL. */
@ApplicationScoped
class AutomaticRetryStore implements AutomaticRetries {
    private final Database database;

    AutomaticRetryStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<AutomaticRetry> after(UUID executionId) {
        return database
                .query(
                        "select * from automatic_retry where execution_id = ?",
                        statement -> statement.setObject(1, executionId),
                        row -> new AutomaticRetry(
                                row.getObject("execution_id", UUID.class),
                                row.getString("store_id"),
                                row.getObject("integration_id", UUID.class),
                                row.getInt("nth"),
                                row.getInt("attempts"),
                                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                                State.valueOf(row.getString("state")),
                                row.getObject("canceled_by", UUID.class)))
                .stream()
                .findFirst();
    }

    @Override
    public boolean plan(ExecutionSummary failed, int nth, int attempts, Instant dueAt) {
        return database.update(
                        "insert into automatic_retry values (?, ?, ?, ?, ?, ?, ?, 'WAITING', null) on conflict do nothing",
                        statement -> {
                            statement.setObject(1, failed.id());
                            statement.setString(2, failed.storeId());
                            statement.setObject(3, failed.integrationId());
                            statement.setLong(4, failed.number());
                            statement.setInt(5, nth);
                            statement.setInt(6, attempts);
                            statement.setObject(7, dueAt.atOffset(ZoneOffset.UTC));
                        })
                == 1;
    }

    @Override
    public void cancelBefore(Collection<ExecutionSummary> newer) {
        database.update("""
                update automatic_retry r set state = 'CANCELED', canceled_by = newer.id
                from (
                    select distinct on (integration_id) * from unnest(?::uuid[], ?::uuid[], ?::bigint[])
                        as newer (id, integration_id, number)
                    order by integration_id, number desc) newer
                where r.integration_id = newer.integration_id and r.number < newer.number and r.state = 'WAITING'""", statement -> {
            var connection = statement.getConnection();
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", newer.stream().map(ExecutionSummary::id).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid",
                            newer.stream().map(ExecutionSummary::integrationId).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint",
                            newer.stream().map(ExecutionSummary::number).toArray()));
        });
    }

    @Override
    public void end(UUID executionId, State state, UUID canceledBy) {
        database.update(
                "update automatic_retry set state = ?, canceled_by = ? where execution_id = ? and state = 'WAITING'",
                statement -> {
                    statement.setString(1, state.name());
                    statement.setObject(2, canceledBy);
                    statement.setObject(3, executionId);
                });
    }
}
