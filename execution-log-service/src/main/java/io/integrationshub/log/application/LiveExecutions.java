package io.integrationshub.log.application;

import io.integrationshub.log.domain.ExecutionSummary;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells those who look on what happens to executions. One look at the feed serves them all, however many they are, and whichever
 * replica took the events in; while nobody looks on, nothing is read.
 */
@ApplicationScoped
public class LiveExecutions {
    private static final Logger LOG = Logger.getLogger(LiveExecutions.class);
    private static final int PAUSE_MS = 250;
    /** More of a store in one look are not told one by one. */
    private static final int MOST = 100;
    /** What somebody may be sent who does not keep up. */
    private static final int BUFFER = 256;

    private final Feed feed;
    private final Executions executions;
    private final ReadExecutions now;
    private final FeedReader reader;
    private final List<Onlooker> onlookers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-executions").daemon().factory());
    private ScheduledFuture<?> looking;
    private volatile boolean stopping;
    private boolean silent;

    LiveExecutions(Feed feed, Executions executions, ReadExecutions now) {
        this.feed = feed;
        this.executions = executions;
        this.now = now;
        this.reader = new FeedReader(feed);
    }

    /**
     * What happened in a store.
     *
     * @param position how far the feed has been told with this
     * @param executions as they stand now
     * @param more there were too many to tell, or it is not known which: read the list again
     */
    public record News(long position, List<ExecutionSummary> executions, boolean more) {}

    private record Onlooker(String storeId, MultiEmitter<? super News> emitter) {}

    /** Where the feed ends now: given as {@code after}, it tells what happens from here on. */
    public long position() {
        return feed.end();
    }

    /**
     * What happens in a store from now on, or since that position of the feed. The first item comes at once and may be empty; an
     * execution may be told twice. Ends with a failure for those who do not keep up.
     */
    public Multi<News> of(String storeId, Optional<Long> after) {
        return Multi.createFrom()
                .<News>emitter(emitter -> join(new Onlooker(storeId, emitter), after), BUFFER)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private void join(Onlooker onlooker, Optional<Long> after) {
        if (stopping) {
            end(onlooker);
            return;
        }
        onlooker.emitter().onTermination(() -> onlookers.remove(onlooker));
        long end;
        synchronized (this) {
            end = feed.end();
            reader.wake(end);
            onlookers.add(onlooker);
        }
        onlooker.emitter().emit(since(onlooker.storeId(), after.orElse(end), end));
    }

    private News since(String storeId, long after, long end) {
        if (after != end && !feed.reaches(after)) {
            return new News(end, List.of(), true);
        }
        List<Feed.Entry> entries = feed.since(after);
        boolean cut = !entries.isEmpty() && entries.getLast().id() < end;
        return news(end, byStore(entries).getOrDefault(storeId, Set.of()), cut);
    }

    void start(@Observes StartupEvent event) {
        looking = timer.scheduleWithFixedDelay(this::look, PAUSE_MS, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    /** Nobody who looks on keeps a stopping service from its end: they come back to another replica. */
    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
        onlookers.forEach(LiveExecutions::end);
    }

    void stop(@Observes ShutdownEvent event) {
        looking.cancel(false);
        timer.shutdownNow();
        onlookers.forEach(LiveExecutions::end);
    }

    private static void end(Onlooker onlooker) {
        onlooker.emitter().fail(new IllegalStateException("The service stops"));
    }

    private synchronized void look() {
        try {
            if (onlookers.isEmpty()) {
                reader.rest();
                return;
            }
            tell(byStore(reader.read()));
            silent = false;
        } catch (RuntimeException e) {
            if (!silent) {
                LOG.warn("reason=feed-unreadable nobody who looks on is told anything for now", e);
            }
            silent = true;
        }
    }

    private void tell(Map<String, Set<UUID>> told) {
        Map<String, News> stores = new HashMap<>();
        for (Onlooker onlooker : onlookers) {
            Set<UUID> own = told.get(onlooker.storeId());
            if (own != null) {
                onlooker.emitter()
                        .emit(stores.computeIfAbsent(onlooker.storeId(), store -> news(reader.position(), own, false)));
            }
        }
    }

    private News news(long position, Set<UUID> told, boolean more) {
        if (more || told.size() > MOST) {
            return new News(position, List.of(), true);
        }
        List<ExecutionSummary> known = new ArrayList<>(executions.known(told).values());
        return new News(position, known.stream().map(now::now).toList(), false);
    }

    private static Map<String, Set<UUID>> byStore(List<Feed.Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.executions().entrySet().stream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, store -> new LinkedHashSet<>(store.getValue()), (one, other) -> {
                            one.addAll(other);
                            return one;
                        }));
    }
}
