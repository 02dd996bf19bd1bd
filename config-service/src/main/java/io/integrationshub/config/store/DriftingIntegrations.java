package io.integrationshub.config.store;

import io.integrationshub.runtime.metrics.Sight;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;

/**
 * Tells as {@code hub_drift_instances} of how many integrations something is known to differ from what was applied; looks at no more
 * than 10,000 of them, by an index that holds no others. Those that are deleted, or about to be, are nobody's trouble any more; paused
 * ones are told apart, as nobody looks at them again or heals them until they are resumed.
 */
@Startup
@Singleton
class DriftingIntegrations {
    private static final String COUNT = """
            select count(*) filter (where i.paused_at is null), count(*) filter (where i.paused_at is not null)
            from (select integration_id from observed where drifting limit 10000) d
            join integration i on i.id = d.integration_id
            where i.deleting is null""";

    private record Counts(long enabled, long paused) {}

    private final DataSource database;
    private final Sight<Counts> counts = new Sight<>(this::count);

    DriftingIntegrations(DataSource database, MeterRegistry metrics) {
        this.database = database;
        register(metrics, "enabled", Counts::enabled);
        register(metrics, "paused", Counts::paused);
    }

    private void register(MeterRegistry metrics, String state, ToDoubleFunction<Counts> count) {
        Gauge.builder("hub.drift.instances", counts, seen -> seen.value(count))
                .description("Integrations of which something differs from what was applied (counted up to 10000)")
                .tag("state", state)
                .register(metrics);
    }

    private Counts count() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COUNT);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new Counts(row.getLong(1), row.getLong(2));
        } catch (SQLException e) {
            throw new IllegalStateException("Drifting integrations could not be counted", e);
        }
    }
}
