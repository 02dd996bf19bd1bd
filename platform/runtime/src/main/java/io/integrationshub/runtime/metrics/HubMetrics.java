package io.integrationshub.runtime.metrics;

import io.integrationshub.runtime.events.PublisherConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The metrics that every service has: what waits in its database, and which version it is. */
@Singleton
class HubMetrics {
    private static final Logger LOG = Logger.getLogger(HubMetrics.class);
    /** One look serves all gauges of a scrape. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final DataSource database;
    private final MeterRegistry metrics;
    private final PublisherConfig publisher;
    private final String version;

    private Backlog latest;
    private long lookedAt;

    HubMetrics(
            DataSource database,
            MeterRegistry metrics,
            PublisherConfig publisher,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String version) {
        this.database = database;
        this.metrics = metrics;
        this.publisher = publisher;
        this.version = version;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("hub.build.info", () -> 1)
                .description("Always 1; the labels tell the service and its version")
                .tag("service", publisher.name().source().substring(1))
                .tag("version", version)
                .register(metrics);
        gauge(
                "hub.outbox.pending",
                "Announcements the broker does not have yet (counted up to 10000)",
                Backlog::pending);
        gauge("hub.outbox.oldest.age.seconds", "Age of the oldest of them", Backlog::oldestSeconds);
        gauge("hub.jobs.due", "Jobs whose time has come and that wait for a worker (up to 10000)", Backlog::jobsDue);
        gauge("hub.jobs.failing", "Jobs that failed three times or more in a row (up to 10000)", Backlog::jobsFailing);
    }

    private void gauge(String name, String description, ToDoubleFunction<Backlog> value) {
        Gauge.builder(name, this, self -> self.value(value))
                .description(description)
                .register(metrics);
    }

    /** Not a number when the database does not answer: neither an old value nor a comfortable zero. */
    private synchronized double value(ToDoubleFunction<Backlog> value) {
        long now = System.nanoTime();
        if (lookedAt == 0 || now - lookedAt > FRESH.toNanos()) {
            try {
                latest = Backlog.look(database);
            } catch (IllegalStateException e) {
                latest = null;
                LOG.debug("No metrics of the backlog", e);
            }
            lookedAt = now;
        }
        return latest == null ? Double.NaN : value.applyAsDouble(latest);
    }
}
