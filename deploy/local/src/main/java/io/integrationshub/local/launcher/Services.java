package io.integrationshub.local.launcher;

import io.integrationshub.local.infra.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** The four services: started side by side, started again when one dies, stopped together. */
final class Services implements AutoCloseable {
    private final Path root;
    private final Ports ports;
    private final ServiceSettings settings;
    private final Function<String, Database> databases;
    private final State state;
    private final Progress progress;
    private final Orphans orphans;
    private final Map<HubService, ServiceProcess> running = new EnumMap<>(HubService.class);
    private boolean stopping;

    Services(
            Path root,
            Ports ports,
            ServiceSettings settings,
            Function<String, Database> databases,
            State state,
            Progress progress) {
        this.root = root;
        this.ports = ports;
        this.settings = settings;
        this.databases = databases;
        this.state = state;
        this.progress = progress;
        this.orphans = new Orphans(state.processes());
    }

    /** Starts all and returns when all are ready; {@code onDeath} hears of a service that cannot be kept alive. */
    void start(Consumer<LaunchException> onDeath) {
        List<CompletableFuture<Void>> starting = new ArrayList<>();
        for (HubService service : HubService.values()) {
            progress.begin(service.fullName());
            ServiceProcess process = launch(service);
            starting.add(CompletableFuture.runAsync(
                    () -> {
                        process.awaitReady();
                        progress.ready(service.fullName(), ports.url(service).toString());
                    },
                    Thread::startVirtualThread));
        }
        awaitAll(starting);
        for (HubService service : HubService.values()) {
            Thread.startVirtualThread(() -> keepAlive(service, onDeath));
        }
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

    private synchronized ServiceProcess launch(HubService service) {
        if (stopping) {
            throw new LaunchException("Stopping");
        }
        ServiceProcess process = ServiceProcess.start(
                service,
                ports.url(service),
                service.jar(root),
                settings.environment(service, databases.apply(service.database())),
                state.log(service.fullName()));
        running.put(service, process);
        orphans.record(running.values().stream().map(ServiceProcess::pid).toList());
        return process;
    }

    /** A developer may kill a service to see what happens; it comes back, as it would in a cluster. */
    private void keepAlive(HubService service, Consumer<LaunchException> onDeath) {
        try {
            while (true) {
                int status = process(service).awaitEnd();
                // Ctrl-C reaches the services as well, perhaps before the launcher has understood it.
                TimeUnit.SECONDS.sleep(1);
                if (isStopping()) {
                    return;
                }
                progress.say(service.fullName(), "ended with status " + status + ", starting it again");
                launch(service).awaitReady();
                progress.say(service.fullName(), "ready again");
            }
        } catch (LaunchException e) {
            if (!isStopping()) {
                onDeath.accept(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized ServiceProcess process(HubService service) {
        return running.get(service);
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
