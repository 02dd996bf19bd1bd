package io.integrationshub.log.event;

import io.integrationshub.log.application.LogConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Notices a consumer that stands still although there is something to read, which the messaging library's own health does not
 * (smallrye-reactive-messaging #3281): asks the broker itself how far the group has come. While the database is silent the
 * consumer waits for it with good reason, and is left alone.
 */
@Readiness
@Singleton
class Watchdog implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(Watchdog.class);
    private static final int STALLED = 3;
    private static final int SECONDS = 10;

    private final LogConfig config;
    private final DataSource database;
    private final BrokerSettings broker;
    private final String group;
    private final Consumers consumers;
    private final Progress progress;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("consumer-watchdog").daemon().factory());
    private volatile long lag;
    private volatile boolean stalled;
    private Set<TopicPartition> assigned = Set.of();
    private Admin admin;
    private ScheduledFuture<?> looking;

    Watchdog(
            LogConfig config,
            DataSource database,
            MeterRegistry metrics,
            BrokerSettings broker,
            Consumers consumers,
            @ConfigProperty(name = "mp.messaging.incoming.events.group.id") String group) {
        this.config = config;
        this.database = database;
        this.broker = broker;
        this.group = group;
        this.consumers = consumers;
        this.progress = new Progress(config.stalledAfter());
        Gauge.builder("hub.consumer.lag", () -> lag)
                .description("Records that are not read yet")
                .register(metrics);
        Gauge.builder("hub.consumer.stalled", () -> stalled ? 1 : 0)
                .description("1 when there is something to read and nothing is read")
                .register(metrics);
    }

    /** Whether a consumer gets on, partition by partition. Times are of a monotonic clock, in nanoseconds. */
    static final class Progress {
        private final Duration patience;
        private final Map<TopicPartition, Mark> marks = new HashMap<>();

        Progress(Duration patience) {
            this.patience = patience;
        }

        private record Mark(long position, long since) {}

        /** True when one of these has stood still for too long although there was something to read in it all the while. */
        boolean stalled(Map<TopicPartition, Place> places, long now) {
            marks.keySet().retainAll(places.keySet());
            places.forEach((partition, place) -> {
                Mark mark = marks.get(partition);
                if (mark == null || mark.position() != place.position() || place.lag() == 0) {
                    marks.put(partition, new Mark(place.position(), now));
                }
            });
            return marks.values().stream().anyMatch(mark -> now - mark.since() > patience.toNanos());
        }
    }

    /**
     * How far a partition is read.
     *
     * @param end the offset that its next record will have
     */
    record Place(long position, long end) {
        long lag() {
            return Math.max(0, end - position);
        }
    }

    void start(@Observes StartupEvent event) {
        admin = Admin.create(broker.with(Map.of("client.id", "consumer-watchdog")));
        looking = timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
        if (looking != null) {
            looking.cancel(true);
        }
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Consumer gets on")
                .status(!stalled)
                .withData("lag", lag)
                .build();
    }

    private void look() {
        try {
            Map<TopicPartition, Place> places = places(assigned());
            lag = places.values().stream().mapToLong(Place::lag).sum();
            stalled = progress.stalled(places, System.nanoTime()) && databaseAnswers();
            if (stalled) {
                LOG.errorf("reason=consumer-stalled lag=%d nothing read for %s", lag, config.stalledAfter());
                if (config.stopWhenStalled()) {
                    Quarkus.asyncExit(STALLED);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            // The broker does not answer: the consumer's own health tells that.
            LOG.debugf(e, "reason=broker-silent");
        }
    }

    /** The partitions of this node; consumers that do not answer still have those they had. */
    private Set<TopicPartition> assigned() {
        try {
            assigned = consumers.all().stream()
                    .flatMap(consumer -> consumer.getAssignments().await().atMost(Duration.ofSeconds(SECONDS)).stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (RuntimeException e) {
            LOG.debugf(e, "reason=consumer-silent");
        }
        return assigned;
    }

    private Map<TopicPartition, Place> places(Set<TopicPartition> partitions)
            throws InterruptedException, ExecutionException, TimeoutException {
        var committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(SECONDS, TimeUnit.SECONDS);
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Place> places = new HashMap<>();
        offsets(partitions, OffsetSpec.latest()).forEach((partition, end) -> {
            var offset = committed.get(partition);
            places.put(partition, new Place(offset == null ? starts.get(partition) : offset.offset(), end));
        });
        return places;
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec spec)
            throws InterruptedException, ExecutionException, TimeoutException {
        return admin
                .listOffsets(partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> spec)))
                .all()
                .get(SECONDS, TimeUnit.SECONDS)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }

    private boolean databaseAnswers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
