package io.integrationshub.log.store;

import io.integrationshub.log.application.Retries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** {@link Retries} in PostgreSQL. */
@ApplicationScoped
class RetryStore implements Retries {
    private final Database database;

    RetryStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean claim(UUID executionId, String actor, String reason) {
        return database.update(
                        "insert into retry (execution_id, actor, reason) values (?, ?, ?) on conflict do nothing",
                        statement -> {
                            statement.setObject(1, executionId);
                            statement.setString(2, ExecutionRow.text(actor));
                            statement.setString(3, ExecutionRow.text(reason));
                        })
                == 1;
    }

    @Override
    public Set<UUID> claimed(Collection<UUID> executionIds) {
        return Set.copyOf(database.query(
                "select execution_id from retry where execution_id = any (?::uuid[])",
                statement ->
                        statement.setArray(1, statement.getConnection().createArrayOf("uuid", executionIds.toArray())),
                row -> row.getObject(1, UUID.class)));
    }

    @Override
    public boolean claimed(UUID executionId) {
        return !database.query(
                        "select 1 from retry where execution_id = ?",
                        statement -> statement.setObject(1, executionId),
                        row -> true)
                .isEmpty();
    }
}
