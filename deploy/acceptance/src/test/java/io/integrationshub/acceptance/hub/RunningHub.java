package io.integrationshub.acceptance.hub;

import static io.integrationshub.local.test.Waits.await;

import io.integrationshub.local.cognito.CognitoStandIn;
import io.integrationshub.local.signin.Tokens;
import io.integrationshub.local.test.TopicAudit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The whole hub: launcher, four services, broker, database, sign-in, stand-ins. It is started twice: {@code --fresh --demo
 * --exit} until it ends, then {@code --demo} on the state that was left, which goes on running for all tests.
 */
public final class RunningHub implements AutoCloseable {

    private final Addresses addresses;
    private final Path state;
    private final FirstRun first;
    private final Supplier<Launch> starter;
    private final Thread atExit;
    private volatile Launch launch;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Journal journal = new Journal();
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    /** The run with {@code --exit}. */
    public record FirstRun(int status, String output, List<ProcessHandle> leftBehind, boolean portsFree) {}

    private RunningHub(Addresses addresses, Path state, FirstRun first, Supplier<Launch> starter) {
        this.addresses = addresses;
        this.state = state;
        this.first = first;
        this.starter = starter;
        this.launch = starter.get();
        keepSecret(CognitoStandIn.SECRET_ACCESS_KEY);
        this.atExit = new Thread(() -> launch.close());
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static RunningHub start() {
        return start(Path.of(System.getProperty("hub.work")), 1);
    }

    /** A hub of its own on an empty state, without the demo. */
    public static RunningHub ofItsOwn(String name) {
        Path work = Path.of(System.getProperty("hub.work"), name);
        Addresses addresses = Addresses.free();
        makeFolder(work);
        RunningHub hub = new RunningHub(
                addresses,
                work.resolve("state"),
                new FirstRun(0, "", List.of(), true),
                starter(work.resolve("run.txt"), options(addresses, work.resolve("state"))));
        hub.awaitRunning();
        return hub;
    }

    /** A hub of its own with more than one process of each service. */
    public static RunningHub withReplicas(int replicas) {
        return start(Path.of(System.getProperty("hub.work"), "replicas"), replicas);
    }

    private static RunningHub start(Path work, int replicas) {
        Path root = Path.of(System.getProperty("hub.root"));
        Path state = work.resolve("state");
        Addresses addresses = Addresses.free();
        List<String> options = options(addresses, state, "--demo", "--replicas", String.valueOf(replicas));
        makeFolder(work);
        FirstRun first = runToTheEnd(root, work.resolve("first-run.txt"), options, addresses);
        RunningHub hub = new RunningHub(addresses, state, first, starter(work.resolve("second-run.txt"), options));
        hub.awaitRunning();
        return hub;
    }

    private static Supplier<Launch> starter(Path output, List<String> options) {
        return () -> Launch.start(Path.of(System.getProperty("hub.root")), output, options);
    }

    private static List<String> options(Addresses addresses, Path state, String... more) {
        List<String> options =
                new ArrayList<>(List.of("--port-base", String.valueOf(addresses.base()), "--state", state.toString()));
        options.addAll(List.of(more));
        return List.copyOf(options);
    }

    private void awaitRunning() {
        launch.awaitOutput("Ctrl-C stops everything");
    }

    /** A folder beside the state, for the log of the databases. */
    public Path archive() {
        return HubState.archive(state);
    }

    /** Stops it, does something to its folder and starts it again. */
    public void whileStopped(Consumer<HubState> work) {
        launch.close();
        work.accept(new HubState(state, addresses));
        launch = starter.get();
        awaitRunning();
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FirstRun runToTheEnd(Path root, Path output, List<String> options, Addresses addresses) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("--fresh", "--exit"));
        try (Launch launch = Launch.start(root, output, all)) {
            int status = launch.awaitExit();
            return new FirstRun(status, launch.output(), launch.leftBehind(), addresses.allFree());
        }
    }

    public FirstRun first() {
        return first;
    }

    /** What the launcher that runs now has printed. */
    public String output() {
        return launch.output();
    }

    public Addresses addresses() {
        return addresses;
    }

    /** Everything that services have answered to the tests. */
    public Journal journal() {
        return journal;
    }

    /** A person with these roles in a store. */
    public Rest signedIn(HubService service, String store, String... roles) {
        return new Rest(http, addresses.service(service), token(store, roles), journal);
    }

    private String token(String store, String... roles) {
        return Tokens.bearer(addresses.issuer(), "acceptance", store, List.of(roles));
    }

    /** The same as {@link #admin}, each request at the next of the replicas that are ready. */
    public StoreAdmin admin(String store, ReadyReplicas replicas) {
        return new StoreAdmin(
                new Rest(http, () -> replicas.next(HubService.CONFIG), token(store, "admin"), journal),
                new Rest(http, () -> replicas.next(HubService.EXECUTION_LOG), token(store, "operator"), journal));
    }

    /** Someone who configures integrations and looks at executions. */
    public StoreAdmin admin(String store) {
        return new StoreAdmin(
                signedIn(HubService.CONFIG, store, "admin"), signedIn(HubService.EXECUTION_LOG, store, "operator"));
    }

    /** A new customer, whose secrets must stay secret; nobody outside knows of it yet. */
    public Tenant tenant(String name) {
        Tenant tenant = Tenant.of(name, addresses.commerce());
        tenant.secrets().forEach(this::keepSecret);
        return tenant;
    }

    /** A new customer with a key in an AWS account and one in a Commerce store. */
    public Tenant knownTenant(String name) {
        Tenant tenant = tenant(name);
        cognito().addKey(tenant.accountId(), tenant.accessKeyId(), tenant.secretAccessKey());
        commerce().addStore(tenant.clientId(), tenant.clientSecret());
        return tenant;
    }

    /** From now on nothing of the hub may show it. */
    public void keepSecret(String secret) {
        secrets.add(secret);
    }

    public Set<String> secrets() {
        return Set.copyOf(secrets);
    }

    public CognitoControl cognito() {
        return new CognitoControl(new Rest(http, addresses.cognito(), "", new Journal()), addresses.cognito());
    }

    public CommerceControl commerce() {
        return new CommerceControl(new Rest(http, addresses.commerce(), "", new Journal()));
    }

    public List<TopicAudit.Entry> topics() {
        return TopicAudit.read(addresses.kafka());
    }

    /** The files that services, broker, database and launcher write. */
    public List<Path> logs() {
        try (var files = Files.list(state.resolve("logs"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9}; the launcher starts it again. */
    public void kill(HubService service) {
        process(service).destroyForcibly();
    }

    public ProcessHandle process(HubService service) {
        return process(service, 1);
    }

    /** @param number of the replica, from 1 */
    public ProcessHandle process(HubService service, int number) {
        String name = "-Dhub.process=" + service.fullName() + (number == 1 ? "" : "-" + number) + " ";
        return launch.descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(service + " " + number + " does not run"));
    }

    /** Returns when all services are ready. */
    public void awaitReady() {
        for (HubService service : HubService.values()) {
            Rest rest = new Rest(http, addresses.service(service), "", new Journal());
            await(service + " is ready")
                    .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                    .until(() -> rest.get("/q/health/ready").status() == 200);
        }
    }

    @Override
    public void close() {
        launch.close();
        http.close();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
