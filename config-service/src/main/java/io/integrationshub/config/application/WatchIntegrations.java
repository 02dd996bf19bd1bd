package io.integrationshub.config.application;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells pages that wait when an integration changes, whichever replica changed it: the counters of all watched integrations are
 * read again and again with one statement, and nothing is read while nobody watches.
 */
@ApplicationScoped
public class WatchIntegrations {
    private static final Logger LOG = Logger.getLogger(WatchIntegrations.class);

    private final Observations observations;
    private final WatchConfig config;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("watch-integrations").unstarted(task));

    private final ScheduledFuture<?> looks;
    private volatile boolean stopping;

    WatchIntegrations(Observations observations, WatchConfig config) {
        this.observations = observations;
        this.config = config;
        long millis = config.interval().toMillis();
        looks = clock.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** What a stream carries. */
    public enum Signal {
        /** It is not as it was, or this is the first signal. */
        CHANGED,
        /** Nothing happened for a while. */
        ALIVE
    }

    /** Signals of one integration that the caller has seen to be its store's; empty when there are too many streams already. */
    public Optional<Multi<Signal>> open(UUID integrationId) {
        if (watchers.size() >= config.streams()) {
            LOG.warnf("reason=too-many-streams streams=%d", watchers.size());
            return Optional.empty();
        }
        return Optional.of(Multi.createFrom()
                .<Signal>emitter(emitter -> begin(integrationId, emitter), BackPressureStrategy.LATEST));
    }

    /** Nobody who watches keeps a stopping service from its end: they come back to another replica. */
    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        end();
    }

    void stop(@Observes ShutdownEvent event) {
        looks.cancel(true);
        clock.shutdownNow();
        end();
    }

    private void end() {
        stopping = true;
        watchers.forEach(watcher -> watcher.signals.complete());
    }

    private void begin(UUID integrationId, MultiEmitter<? super Signal> signals) {
        Watcher watcher = new Watcher(integrationId, signals);
        signals.onTermination(() -> watchers.remove(watcher));
        watchers.add(watcher);
        signals.emit(Signal.CHANGED);
        if (stopping) {
            signals.complete();
        }
    }

    private void look() {
        try {
            Set<UUID> ids =
                    watchers.stream().map(watcher -> watcher.integrationId).collect(Collectors.toSet());
            if (!ids.isEmpty()) {
                Map<UUID, String> versions = observations.versions(ids);
                watchers.forEach(watcher -> watcher.tell(versions.get(watcher.integrationId), config));
            }
        } catch (RuntimeException e) {
            LOG.warnf("reason=watch-failed: %s", e.getMessage());
        }
    }

    /** One stream. Only the thread of the clock tells it anything, after its beginning. */
    private static final class Watcher {
        private final UUID integrationId;
        private final MultiEmitter<? super Signal> signals;
        private final long opened = System.nanoTime();
        private long told = opened;
        private String version;

        Watcher(UUID integrationId, MultiEmitter<? super Signal> signals) {
            this.integrationId = integrationId;
            this.signals = signals;
        }

        void tell(String now, WatchConfig config) {
            long time = System.nanoTime();
            if (time - opened > config.longest().toNanos()) {
                signals.complete();
            } else if (now != null && !now.equals(version)) {
                version = now;
                told = time;
                signals.emit(Signal.CHANGED);
            } else if (time - told > config.heartbeat().toNanos()) {
                told = time;
                signals.emit(Signal.ALIVE);
            }
        }
    }
}
