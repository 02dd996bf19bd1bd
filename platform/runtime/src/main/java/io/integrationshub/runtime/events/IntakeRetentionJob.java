package io.integrationshub.runtime.events;

import io.integrationshub.runtime.jobs.Job;
import io.integrationshub.runtime.jobs.Jobs;
import io.integrationshub.runtime.jobs.Lease;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Forgets the ids of events that are too old to come again: older than any topic keeps its records. Should one come all the same,
 * its execution number shows that it is stale.
 */
@Singleton
class IntakeRetentionJob implements Job {
    private static final String NAME = "intake-retention";
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration PAUSE = Duration.ofHours(6);
    private static final int BATCH = 10_000;

    private final DataSource database;
    private final Jobs jobs;
    private final Clock clock;

    IntakeRetentionJob(DataSource database, Jobs jobs, Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        QuarkusTransaction.requiringNew()
                .run(() -> jobs.wakeAt(NAME, "all", clock.instant().plus(PAUSE)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String key, Lease lease) {
        int forgotten;
        do {
            forgotten = forget();
        } while (forgotten == BATCH);
        return new Next.At(clock.instant().plus(PAUSE));
    }

    private int forget() {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("""
                        delete from intake where event_id in
                            (select event_id from intake where received_at < ? order by received_at limit ?)""")) {
            delete.setTimestamp(1, Timestamp.from(clock.instant().minus(KEPT)));
            delete.setInt(2, BATCH);
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Old event ids could not be removed", e);
        }
    }
}
