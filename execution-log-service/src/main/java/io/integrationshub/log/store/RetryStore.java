package io.integrationshub.log.store;

import io.integrationshub.log.application.Retries;
import jakarta.enterprise.context.ApplicationScoped;
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
    public boolean claimed(UUID executionId) {
        return !database.query(
                        "select 1 from retry where execution_id = ?",
                        statement -> statement.setObject(1, executionId),
                        row -> true)
                .isEmpty();
    }
}
