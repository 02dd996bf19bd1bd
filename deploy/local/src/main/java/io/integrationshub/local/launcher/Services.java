package io.integrationshub.local.launcher;

import io.integrationshub.local.infra.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The four services in all their replicas: started side by side, started again when one dies, stopped together. */
final class Services implements AutoCloseable {
    private static final int RESTARTS = 3;

    private final Path root;
    private final Packaging packaging;
    private final Ports ports;
    private final ServiceSettings settings;
    private final Function<String, Database> databases;
    private final State state;
    private final Progress progress;
    private final Orphans orphans;
    private final List<Replica> replicas;
    private final Map<Replica, ServiceProcess> running = new HashMap<>();
    private boolean stopping;

    Services(
            Path root,
            Packaging packaging,
            Ports ports,
            ServiceSettings settings,
            List<Replica> replicas,
            Function<String, Database> databases,
            State state,
            Progress progress) {
        this.root = root;
        this.packaging = packaging;
        this.ports = ports;
        this.settings = settings;
        this.replicas = replicas;
        this.databases = databases;
        this.state = state;
        this.progress = progress;
        this.orphans = new Orphans(state.processes());
    }

    /**
     * Starts all and returns when all are ready: the first of each service side by side, then the second ones, and so on, as a
     * rolling start does it. {@code onDeath} hears of a service that cannot be kept alive.
     */
    void start(Consumer<LaunchException> onDeath) {
        replicas.stream()
                .collect(Collectors.groupingBy(Replica::number, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(this::startSideBySide);
        for (Replica replica : replicas) {
            Thread.startVirtualThread(() -> keepAlive(replica, onDeath));
        }
    }

    private void startSideBySide(List<Replica> wave) {
        List<CompletableFuture<Void>> starting = new ArrayList<>();
        for (Replica replica : wave) {
            progress.begin(replica.fullName());
            ServiceProcess process = launch(replica);
            starting.add(CompletableFuture.runAsync(
                    () -> {
                        process.awaitReady();
                        progress.ready(replica.fullName(), ports.url(replica).toString());
                    },
                    Thread::startVirtualThread));
        }
        awaitAll(starting);
    }

    /** Starts one and returns how long it took until it was ready; one that runs already is stopped first. */
    Duration startAlone(Replica replica) {
        ServiceProcess before = process(replica);
        if (before != null) {
            before.terminate();
            before.awaitEndOrKill();
        }
        long began = System.nanoTime();
        launch(replica).awaitReady();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** The process of a replica that runs. */
    long pid(Replica replica) {
        return process(replica).pid();
    }

    /** Asks all to end, waits, kills who does not. */
    @Override
    public void close() {
        List<ServiceProcess> all;
        synchronized (this) {
            stopping = true;
            all = List.copyOf(running.values());
        }
        all.forEach(ServiceProcess::terminate);
        all.forEach(ServiceProcess::awaitEndOrKill);
        orphans.record(List.of());
    }

    private synchronized ServiceProcess launch(Replica replica) {
        if (stopping) {
            throw new LaunchException("Stopping");
        }
        ServiceProcess process = ServiceProcess.start(
                replica,
                ports.url(replica),
                root,
                packaging,
                settings.environment(replica, databases.apply(replica.service().database())),
                state.log(replica.fullName()));
        running.put(replica, process);
        orphans.record(running.values().stream().map(ServiceProcess::pid).toList());
        return process;
    }

    /** A developer may kill a service to see what happens; it comes back, as it would in a cluster. */
    private void keepAlive(Replica replica, Consumer<LaunchException> onDeath) {
        try {
            while (true) {
                int status = process(replica).awaitEnd();
                // Ctrl-C reaches the services as well, perhaps before the launcher has understood it.
                TimeUnit.SECONDS.sleep(1);
                if (isStopping()) {
                    return;
                }
                progress.say(replica.fullName(), "ended with status " + status + ", starting it again");
                startAgain(replica);
                progress.say(replica.fullName(), "ready again");
            }
        } catch (LaunchException e) {
            if (!isStopping()) {
                onDeath.accept(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something else may have taken the port meanwhile, for a moment; what does not start three times will not start. */
    private void startAgain(Replica replica) {
        for (int rest = RESTARTS - 1; ; rest--) {
            try {
                launch(replica).awaitReady();
                return;
            } catch (LaunchException e) {
                if (rest == 0 || isStopping()) {
                    throw e;
                }
                progress.say(replica.fullName(), "did not start, trying once more");
            }
        }
    }

    private synchronized ServiceProcess process(Replica replica) {
        return running.get(replica);
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    /** Returns when all are done, throws when the first has failed. */
    private static void awaitAll(List<CompletableFuture<Void>> all) {
        CompletableFuture<Void> firstFailure = new CompletableFuture<>();
        List<CompletableFuture<Void>> watched = all.stream()
                .map(each -> each.whenComplete((done, failure) -> {
                    if (failure != null) {
                        firstFailure.completeExceptionally(failure);
                    }
                }))
                .toList();
        CompletableFuture<Void> success = CompletableFuture.allOf(watched.toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(success, firstFailure).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LaunchException launch ? launch : new LaunchException(e.getMessage(), e);
        }
    }
}
