package io.integrationshub.local.infra;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A real PostgreSQL server as a child process, reachable from the loopback address only (no Unix socket). Starts as root
 * (by way of {@code unshare}) and as an ordinary user. Data stay in {@code directory} until somebody deletes it.
 */
public final class LocalPostgres implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    /** Roles need their passwords, as in production; only the superuser does without, for this launcher. */
    private static final String ACCESS_RULES = """
            host all postgres 127.0.0.1/32 trust
            host all all      127.0.0.1/32 scram-sha-256
            """;

    /** Commits survive a power failure, as in production: for benches. Without it they are only as durable as the process. */
    private static final String DURABLE = "hub.local.durable";

    private final Path directory;
    private final int port;
    private final Path log;
    private EmbeddedPostgres server;

    private LocalPostgres(Path directory, int port, Path log) {
        this.directory = directory;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts a server and returns when it accepts connections (1-2 s, the very first time 6 s).
     *
     * @param directory holds {@code data}, the database cluster
     * @param log receives the server's own output
     * @throws UncheckedIOException when the server does not start
     */
    public static LocalPostgres start(Path directory, int port, Path log) {
        ChattyLoggers.quieten();
        LocalPostgres postgres = new LocalPostgres(directory.toAbsolutePath(), port, log.toAbsolutePath());
        postgres.start();
        return postgres;
    }

    /** As {@link #start(Path, int, Path)}, on a port that is free now. */
    public static LocalPostgres startOnFreePort(Path directory) {
        return start(directory, FreePort.find(), directory.resolve("postgres.log"));
    }

    /** Where clients connect, {@code host:port}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Where to create and find databases. */
    public Databases databases() {
        return new Databases(superuser(), address());
    }

    /** Starts the stopped server again on the same port and data; does nothing while it runs. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        Path data = directory.resolve("data");
        try {
            Files.createDirectories(directory);
            Files.createDirectories(log.getParent());
            OrphanedPostgres.stop(data);
            String durable = Boolean.getBoolean(DURABLE) ? "on" : "off";
            server = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(
                            PrivateFolder.ofThisUser().resolve("pg").toFile())
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", durable)
                    .setServerConfig("synchronous_commit", durable)
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(Redirect.appendTo(log.toFile()))
                    .setPGStartupWait(START_LIMIT)
                    .start();
            Files.writeString(data.resolve("pg_hba.conf"), ACCESS_RULES);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start, see " + log, e);
        }
        try {
            reloadAccessRules();
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    /** Stops the server and keeps its data; clients see an outage. */
    public synchronized void stop() {
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    private synchronized DataSource superuser() {
        return server.getPostgresDatabase();
    }

    private void reloadAccessRules() {
        try (Connection connection = superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL did not take its access rules", e);
        }
    }
}
