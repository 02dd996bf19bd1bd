package io.integrationshub.local.infra;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A real single-node Kafka broker (KRaft, broker and controller in one) inside this JVM, reachable from the loopback
 * address only. Its data stay in {@code directory}: a broker started later on the same folder has the same records.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private final Path directory;
    private final int port;
    private final int controllerPort;
    private KafkaRaftServer server;

    private EmbeddedKafka(Path directory, int port, int controllerPort) {
        this.directory = directory;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /**
     * Starts a broker and returns when it accepts clients (about 2 s).
     *
     * @param port where clients connect
     * @param controllerPort where the controller quorum (of one) talks to itself
     * @throws IllegalStateException when the folder cannot be formatted or the broker does not start
     */
    public static EmbeddedKafka start(Path directory, int port, int controllerPort) {
        ChattyLoggers.quieten();
        EmbeddedKafka kafka = new EmbeddedKafka(directory.toAbsolutePath(), port, controllerPort);
        kafka.start();
        return kafka;
    }

    /** As {@link #start(Path, int, int)}, on ports that are free now. */
    public static EmbeddedKafka startOnFreePorts(Path directory) {
        return start(directory, FreePort.find(), FreePort.find());
    }

    /** The value of {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Starts the stopped broker again on the same ports and data; does nothing while it runs. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        // Kafka loads its plugins by the caller's context class loader, which in Quarkus tests is a different one each
        // time.
        Thread current = Thread.currentThread();
        ClassLoader callers = current.getContextClassLoader();
        current.setContextClassLoader(EmbeddedKafka.class.getClassLoader());
        try {
            server = startServer();
        } finally {
            current.setContextClassLoader(callers);
        }
    }

    private KafkaRaftServer startServer() {
        Properties settings = BrokerSettings.of(directory.resolve("data"), port, controllerPort);
        format(settings);
        KafkaRaftServer starting = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        starting.startup();
        return starting;
    }

    /** Stops the broker and keeps its data; clients see an outage. */
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void format(Properties settings) {
        if (Files.exists(directory.resolve("data").resolve("meta.properties"))) {
            return;
        }
        Path file = directory.resolve("server.properties");
        try {
            Files.createDirectories(directory);
            try (OutputStream out = Files.newOutputStream(file)) {
                settings.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] arguments = {
            "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString(), "--ignore-formatted"
        };
        PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        if (StorageTool.execute(arguments, quiet) != 0) {
            throw new IllegalStateException("Kafka could not format " + directory);
        }
    }
}
