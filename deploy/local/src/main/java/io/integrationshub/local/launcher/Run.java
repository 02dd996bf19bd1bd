package io.integrationshub.local.launcher;

import io.integrationshub.local.infra.Database;
import io.integrationshub.local.infra.Keysets;
import io.integrationshub.local.infra.OrphanedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** One run of the launcher on a state folder that is its own. */
final class Run {
    private final Path root;
    private final Options options;
    private final State state;
    private final Progress progress;
    private final Ports ports;
    private final CompletableFuture<Integer> outcome = new CompletableFuture<>();

    Run(Path root, Options options, State state, Progress progress) {
        this.root = root;
        this.options = options;
        this.state = state;
        this.progress = progress;
        this.ports = new Ports(options.portBase());
    }

    /**
     * Starts everything, does the demo if wanted, waits for {@code signal} unless told to exit, stops everything.
     *
     * @return the exit status
     */
    int execute(CompletableFuture<Integer> signal) {
        prepare();
        try (Watchdog watchdog = Watchdog.start(state.processes(), state.postgres());
                Infrastructure infrastructure = new Infrastructure(options, ports, state, progress);
                Services services = services(infrastructure)) {
            Thread work = Thread.ofPlatform().daemon().name("work").start(() -> work(infrastructure, services));
            try {
                return (int) CompletableFuture.anyOf(signal, outcome).join();
            } finally {
                work.interrupt();
                progress.stopping();
            }
        } catch (CompletionException e) {
            throw e.getCause() instanceof LaunchException expected ? expected : e;
        }
    }

    private void prepare() {
        for (HubService service : HubService.values()) {
            if (!Files.exists(Packaging.PLAIN.jar(root, service))) {
                throw new LaunchException(
                        service.fullName() + " is not built: " + Packaging.PLAIN.jar(root, service) + " is missing");
            }
        }
        int orphans = new Orphans(state.processes()).end();
        if (orphans > 0) {
            progress.say("launcher", "ended " + orphans + " services of an earlier run");
        }
        OrphanedPostgres.stop(state.postgres().resolve("data"));
        ports.requireFree(options);
        if (options.fresh()) {
            state.wipe();
            progress.say("launcher", "earlier state wiped");
        }
        LocalLogs.to(state);
    }

    private Services services(Infrastructure infrastructure) {
        ServiceSettings settings = new ServiceSettings(
                ports,
                options.replicas(),
                state.sessionSecret(),
                infrastructure.kafka(),
                infrastructure.aws(),
                infrastructure.commerce(),
                Keysets.in(state.keysets()));
        Function<String, Database> databases =
                name -> infrastructure.postgres().databases().ensure(name);
        return new Services(
                root, Packaging.PLAIN, ports, settings, Replica.of(options.replicas()), databases, state, progress);
    }

    private void work(Infrastructure infrastructure, Services services) {
        try {
            infrastructure.start();
            services.start(outcome::completeExceptionally);
            System.out.println();
            System.out.print(Table.of(ports, options, infrastructure.aws(), infrastructure.commerce()));
            System.out.println();
            boolean succeeded = !options.demo()
                    || Demo.run(ports, options, infrastructure.aws(), infrastructure.commerce(), System.out);
            if (options.exit()) {
                outcome.complete(succeeded ? 0 : 1);
            } else {
                System.out.println("Logs: " + state.log("*") + ". Ctrl-C stops everything.");
            }
        } catch (RuntimeException e) {
            outcome.completeExceptionally(e);
        }
    }
}
