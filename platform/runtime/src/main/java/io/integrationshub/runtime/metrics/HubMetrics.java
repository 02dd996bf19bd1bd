package io.integrationshub.runtime.metrics;

import io.integrationshub.runtime.events.PublisherConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The metrics that every service has: what waits in its database, and which version it is. */
@Singleton
class HubMetrics {
    private final Sight<Backlog> backlog;
    private final MeterRegistry metrics;
    private final PublisherConfig publisher;
    private final String version;

    HubMetrics(
            DataSource database,
            MeterRegistry metrics,
            PublisherConfig publisher,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String version) {
        this.backlog = new Sight<>(() -> Backlog.look(database));
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
        Gauge.builder(name, backlog, seen -> seen.value(value))
                .description(description)
                .register(metrics);
    }
}
