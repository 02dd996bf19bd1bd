package io.integrationshub.sso.store;

import io.integrationshub.sso.application.Lifecycles;
import io.integrationshub.sso.domain.Lifecycle;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Table {@code lifecycle}. */
@ApplicationScoped
class LifecycleTable implements Lifecycles {
    private final Sql sql;

    LifecycleTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Lifecycle find(UUID integrationId) {
        return sql.one(
                        "select change, paused, newest_execution from lifecycle where integration_id = ?",
                        row -> new Lifecycle(row.getLong(1), row.getBoolean(2), row.getLong(3)),
                        integrationId)
                .orElse(Lifecycle.UNKNOWN);
    }

    @Override
    public void pause(UUID integrationId, long change, boolean paused) {
        sql.change("""
                insert into lifecycle (integration_id, change, paused) values (?, ?, ?)
                on conflict (integration_id) do update set change = excluded.change, paused = excluded.paused
                where lifecycle.change < excluded.change""", integrationId, change, paused);
    }

    @Override
    public void asked(UUID integrationId, long executionNumber) {
        sql.change("""
                insert into lifecycle (integration_id, newest_execution) values (?, ?)
                on conflict (integration_id) do update
                set newest_execution = greatest(lifecycle.newest_execution, excluded.newest_execution)""", integrationId, executionNumber);
    }
}
