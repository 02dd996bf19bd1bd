package io.integrationshub.log.store;

import io.integrationshub.log.application.AlertRules;
import io.integrationshub.log.application.AlertTrigger;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@link AlertRules} in PostgreSQL. */
@ApplicationScoped
class AlertRuleStore implements AlertRules {
    private final Database database;

    AlertRuleStore(Database database) {
        this.database = database;
    }

    @Override
    public List<AlertRule> list(String storeId) {
        return database.query(
                "select * from alert_rule where store_id = ? order by id limit 200",
                statement -> statement.setString(1, storeId),
                AlertRuleStore::read);
    }

    @Override
    public Optional<AlertRule> find(String storeId, UUID id) {
        return find(id).filter(rule -> rule.storeId().equals(storeId));
    }

    @Override
    public Optional<AlertRule> lock(String storeId, UUID id) {
        // Leaves notices of it alone: they only need it to stay.
        return one("select * from alert_rule where id = ? and store_id = ? for no key update", storeId, id);
    }

    @Override
    public Optional<AlertRule> find(UUID id) {
        return database
                .query(
                        "select * from alert_rule where id = ?",
                        statement -> statement.setObject(1, id),
                        AlertRuleStore::read)
                .stream()
                .findFirst();
    }

    @Override
    public List<AlertRule> enabled(Collection<String> storeIds) {
        return database.query(
                "select * from alert_rule where store_id = any (?::text[]) and enabled",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", storeIds.toArray())),
                AlertRuleStore::read);
    }

    @Override
    public List<String> storesWith(AlertTrigger trigger) {
        return database.query(
                "select distinct store_id from alert_rule where trigger = ? and enabled",
                statement -> statement.setString(1, trigger.name()),
                row -> row.getString(1));
    }

    @Override
    public void put(AlertRule rule) {
        database.update("""
                insert into alert_rule values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set
                    name = excluded.name, trigger = excluded.trigger, threshold = excluded.threshold,
                    integration_id = excluded.integration_id, channel = excluded.channel, target = excluded.target,
                    quiet_minutes = excluded.quiet_minutes, enabled = excluded.enabled, changed_by = excluded.changed_by,
                    changed_at = excluded.changed_at""", statement -> {
            statement.setObject(1, rule.id());
            statement.setString(2, rule.storeId());
            statement.setString(3, ExecutionRow.text(rule.name()));
            statement.setString(4, rule.trigger().name());
            statement.setString(5, rule.threshold());
            statement.setObject(6, rule.integrationId());
            statement.setString(7, rule.channel().name());
            statement.setString(8, ExecutionRow.text(rule.target()));
            statement.setInt(9, rule.quietMinutes());
            statement.setBoolean(10, rule.enabled());
            statement.setString(11, ExecutionRow.text(rule.changedBy()));
            statement.setObject(12, rule.changedAt().atOffset(ZoneOffset.UTC));
        });
    }

    @Override
    public Optional<AlertRule> remove(String storeId, UUID id) {
        return one("delete from alert_rule where id = ? and store_id = ? returning *", storeId, id);
    }

    private Optional<AlertRule> one(String sql, String storeId, UUID id) {
        return database
                .query(
                        sql,
                        statement -> {
                            statement.setObject(1, id);
                            statement.setString(2, storeId);
                        },
                        AlertRuleStore::read)
                .stream()
                .findFirst();
    }

    private static AlertRule read(ResultSet row) throws SQLException {
        return new AlertRule(
                row.getObject("id", UUID.class),
                row.getString("store_id"),
                row.getString("name"),
                AlertTrigger.valueOf(row.getString("trigger")),
                row.getString("threshold"),
                row.getObject("integration_id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                row.getString("target"),
                row.getInt("quiet_minutes"),
                row.getBoolean("enabled"),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
