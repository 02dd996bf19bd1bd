package io.integrationshub.local.launcher;

import io.integrationshub.local.infra.Keysets;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The command {@code deploy/local/bench-start}: how long each service takes from its start until it is ready, alone on the machine,
 * with its database migrated; and how much memory it holds after the demo. First as the build makes it, then with an AOT cache
 * that was trained by the demo.
 */
public final class BenchStart {
    private static final int STARTS = 3;

    private final Path root;
    private final Options options;
    private final State state;
    private final Progress progress;
    private final Ports ports;

    private BenchStart(Path root, Options options, State state, Progress progress) {
        this.root = root;
        this.options = options;
        this.state = state;
        this.progress = progress;
        this.ports = new Ports(options.portBase());
    }

    /**
     * What was measured of one service.
     *
     * @param ready the middle one of several starts
     */
    record Figures(Duration ready, long residentMegabytes) {}

    public static void main(String[] arguments) {
        Options options = Options.parse(arguments);
        Path root = Path.of(System.getProperty("hub.root", "")).toAbsolutePath();
        Path folder = options.state().orElse(root.resolve("deploy/local/.state/bench-start"));
        try (State state = State.take(folder.toAbsolutePath());
                Progress progress = new Progress(System.out)) {
            new BenchStart(root, options, state, progress).run();
        }
        System.exit(0);
    }

    private void run() {
        progress.say("bench-start", "without a cache");
        Map<HubService, Figures> plain = measure(Packaging.PLAIN);
        progress.say("bench-start", "training: the demo, then each service writes its cache");
        with(Packaging.TRAINING, this::demo);
        progress.say("bench-start", "with the cache");
        print(plain, measure(Packaging.TRAINED), System.out);
    }

    private Map<HubService, Figures> measure(Packaging packaging) {
        Map<HubService, Figures> figures = new EnumMap<>(HubService.class);
        with(packaging, services -> {
            demo(services);
            Map<HubService, Long> memory = new EnumMap<>(HubService.class);
            for (HubService service : HubService.values()) {
                memory.put(service, residentMegabytes(services.pid(Replica.first(service))));
            }
            for (HubService service : HubService.values()) {
                List<Duration> starts = Stream.generate(() -> services.startAlone(Replica.first(service)))
                        .limit(STARTS)
                        .sorted()
                        .toList();
                figures.put(service, new Figures(starts.get(STARTS / 2), memory.get(service)));
            }
        });
        return figures;
    }

    /** Starts all services on an empty state, one after the other. */
    private void with(Packaging packaging, Consumer<Services> work) {
        state.wipe();
        LocalLogs.to(state);
        try (Watchdog watchdog = Watchdog.start(state.processes(), state.postgres());
                Infrastructure infrastructure = new Infrastructure(options, ports, state, progress)) {
            infrastructure.start();
            ServiceSettings settings = new ServiceSettings(
                    ports,
                    1,
                    state.sessionSecret(),
                    infrastructure.kafka(),
                    infrastructure.aws(),
                    infrastructure.commerce(),
                    Keysets.in(state.keysets()));
            List<Replica> replicas = Replica.of(1);
            try (Services services = new Services(
                    root,
                    packaging,
                    ports,
                    settings,
                    replicas,
                    name -> infrastructure.postgres().databases().ensure(name),
                    state,
                    progress)) {
                replicas.forEach(services::startAlone);
                work.accept(services);
            }
        }
    }

    private void demo(Services services) {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        Options standIns = Options.parse("--port-base", String.valueOf(options.portBase()));
        if (!Demo.run(
                ports,
                standIns,
                URI.create("http://localhost:" + ports.cognito()),
                URI.create("http://localhost:" + ports.commerce()),
                nowhere)) {
            throw new LaunchException("The demo failed");
        }
    }

    private static long residentMegabytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void print(Map<HubService, Figures> plain, Map<HubService, Figures> trained, PrintStream out) {
        out.printf("%n%-24s %18s %18s%n", "", "start to ready", "memory after demo");
        out.printf("%-24s %9s %8s %9s %8s%n", "service", "no cache", "cache", "no cache", "cache");
        for (HubService service : HubService.values()) {
            Figures without = plain.get(service);
            Figures with = trained.get(service);
            out.printf(
                    Locale.ROOT,
                    "%-24s %7.2f s %6.2f s %6d MB %5d MB%n",
                    service.fullName(),
                    without.ready().toMillis() / 1000.0,
                    with.ready().toMillis() / 1000.0,
                    without.residentMegabytes(),
                    with.residentMegabytes());
        }
    }
}
