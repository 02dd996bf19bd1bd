package io.integrationshub.local.launcher;

import io.integrationshub.local.cognito.CognitoStandIn;
import io.integrationshub.local.commerce.CommerceStandIn;
import io.integrationshub.local.infra.EmbeddedKafka;
import io.integrationshub.local.infra.LocalPostgres;
import io.integrationshub.local.infra.Topics;
import io.integrationshub.local.signin.SignInProvider;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The parts that live in the launcher's own process (PostgreSQL: as its child), started side by side. */
final class Infrastructure implements AutoCloseable {
    private static final long STOP_LIMIT_SECONDS = 30;

    private final Options options;
    private final Ports ports;
    private final State state;
    private final Progress progress;
    private final List<CompletableFuture<Void>> starting = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> running = new ArrayList<>();
    private volatile LocalPostgres postgres;

    Infrastructure(Options options, Ports ports, State state, Progress progress) {
        this.options = options;
        this.ports = ports;
        this.state = state;
        this.progress = progress;
    }

    /** Starts what this run needs and returns when all of it answers. */
    void start() {
        starting.add(part("kafka", "localhost:" + ports.kafka(), this::startKafka));
        starting.add(part("postgres", "localhost:" + ports.postgres(), this::startPostgres));
        starting.add(part("sign-in", ports.issuer().toString(), () -> SignInProvider.start(ports.signIn())));
        if (options.awsEndpoint().isEmpty()) {
            starting.add(part(
                    "cognito stand-in",
                    aws().toString(),
                    () -> CognitoStandIn.start(ports.cognito(), state.standIn("cognito"))));
        }
        if (options.commerceUrl().isEmpty()) {
            starting.add(part(
                    "commerce stand-in",
                    commerce().toString(),
                    () -> CommerceStandIn.start(ports.commerce(), state.standIn("commerce"))));
        }
        try {
            allStarted().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LaunchException launch
                    ? launch
                    : new LaunchException(String.valueOf(e.getCause()), e.getCause());
        }
    }

    LocalPostgres postgres() {
        return postgres;
    }

    String kafka() {
        return "127.0.0.1:" + ports.kafka();
    }

    URI aws() {
        return options.awsEndpoint().orElse(URI.create("http://localhost:" + ports.cognito()));
    }

    URI commerce() {
        return options.commerceUrl().orElse(URI.create("http://localhost:" + ports.commerce()));
    }

    /** Stops what was started, last first, also what is just starting; goes on when one of them does not stop. */
    @Override
    public void close() {
        allStarted()
                .orTimeout(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failure -> null)
                .join();
        synchronized (running) {
            for (AutoCloseable part : running.reversed()) {
                try {
                    part.close();
                } catch (Exception e) {
                    progress.say("stop", e.toString());
                }
            }
            running.clear();
        }
    }

    private CompletableFuture<Void> allStarted() {
        return CompletableFuture.allOf(starting.toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> part(String name, String where, Supplier<AutoCloseable> start) {
        return CompletableFuture.runAsync(
                () -> {
                    progress.begin(name);
                    try {
                        AutoCloseable started = start.get();
                        synchronized (running) {
                            running.add(started);
                        }
                    } catch (RuntimeException e) {
                        throw new LaunchException(name + " did not start: " + e.getMessage(), e);
                    }
                    progress.ready(name, where);
                },
                task -> Thread.ofPlatform().name("start-" + name).start(task));
    }

    private EmbeddedKafka startKafka() {
        EmbeddedKafka kafka = EmbeddedKafka.start(state.kafka(), ports.kafka(), ports.kafkaController());
        Topics.create(kafka.bootstrapServers());
        return kafka;
    }

    private LocalPostgres startPostgres() {
        postgres = LocalPostgres.start(state.postgres(), ports.postgres(), state.log("postgres"));
        return postgres;
    }
}
