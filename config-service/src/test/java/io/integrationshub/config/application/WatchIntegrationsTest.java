package io.integrationshub.config.application;

import static io.integrationshub.local.test.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.config.domain.observed.Observed;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchIntegrationsTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final Counters counters = new Counters();
    private final UUID id = UUID.randomUUID();
    private final List<WatchIntegrations.Signal> told = new CopyOnWriteArrayList<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private WatchIntegrations watch;

    @AfterEach
    void stop() {
        watch.stop(new ShutdownEvent());
    }

    @Test
    void aStreamBeginsWithASignalAndHasOneForEachChange() {
        watch = watching(DAY, DAY, 10);
        counters.versions.put(id, "1.1");

        open();
        await().until(() -> told.size() >= 2);
        counters.versions.put(id, "1.2");

        await().until(() -> told.size() == 3);
        assertThat(told).containsOnly(WatchIntegrations.Signal.CHANGED);
    }

    @Test
    void oneOnWhichNothingHappensSaysSo() {
        watch = watching(Duration.ofMillis(50), DAY, 10);

        open();

        await().until(() -> told.contains(WatchIntegrations.Signal.ALIVE));
    }

    @Test
    void oneEndsAfterAWhileAndAllOfThemWithTheService() {
        watch = watching(DAY, Duration.ofMillis(50), 10);
        open();
        await().untilTrue(ended);

        watch.stop(new ShutdownEvent());
        watch = watching(DAY, DAY, 10);
        ended.set(false);
        open();
        watch.stop(new ShutdownEvent());

        await().untilTrue(ended);
    }

    @Test
    void nobodyKeepsAStoppingServiceWaiting() {
        watch = watching(DAY, DAY, 10);
        open();

        watch.leave(new ShutdownDelayInitiatedEvent());

        await().untilTrue(ended);
        ended.set(false);
        open();
        await().untilTrue(ended);
    }

    @Test
    void thereAreNoMoreThanSoManyAndOneThatIsClosedMakesRoom() {
        watch = watching(DAY, DAY, 1);
        Cancellable first = open();

        assertThat(watch.open(id)).isEmpty();
        first.cancel();

        await().untilAsserted(() -> assertThat(watch.open(id)).isPresent());
    }

    @Test
    void nothingIsReadWhileNobodyWatchesAndAFailureIsNotTheEnd() {
        watch = watching(DAY, DAY, 10);
        counters.failing.set(true);
        assertThat(counters.reads).hasValue(0);

        open();
        await().until(() -> counters.reads.get() > 2);
        counters.failing.set(false);
        counters.versions.put(id, "2.1");

        await().until(() -> told.size() == 2);
    }

    private Cancellable open() {
        return watch.open(id)
                .orElseThrow()
                .onCompletion()
                .invoke(() -> ended.set(true))
                .subscribe()
                .with(told::add);
    }

    private WatchIntegrations watching(Duration heartbeat, Duration longest, int streams) {
        return new WatchIntegrations(counters, new WatchConfig() {
            @Override
            public Duration interval() {
                return Duration.ofMillis(10);
            }

            @Override
            public Duration heartbeat() {
                return heartbeat;
            }

            @Override
            public Duration longest() {
                return longest;
            }

            @Override
            public int streams() {
                return streams;
            }
        });
    }

    private static final class Counters implements Observations {
        private final Map<UUID, String> versions = new ConcurrentHashMap<>();
        private final AtomicInteger reads = new AtomicInteger();
        private final AtomicBoolean failing = new AtomicBoolean();

        @Override
        public void add(String storeId, UUID integrationId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Observed> lock(String storeId, UUID integrationId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void update(UUID integrationId, Observed observed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<UUID, String> versions(Collection<UUID> integrationIds) {
            reads.incrementAndGet();
            if (failing.get()) {
                throw new IllegalStateException("The database does not answer");
            }
            return Map.copyOf(versions);
        }
    }
}
