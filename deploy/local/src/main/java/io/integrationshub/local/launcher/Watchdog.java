package io.integrationshub.local.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Ends the other processes when the launcher is killed without a chance to do so itself (kill -9): a shell waits on a pipe
 * that only the launcher holds open, so the launcher's death wakes it at once.
 */
final class Watchdog implements AutoCloseable {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            read -r word && [ "$word" = bye ] && exit 0
            services=$(cat "$1")
            read -r postgres <"$2/data/postmaster.pid"
            kill -TERM $services
            sleep 2
            kill -INT $postgres
            sleep 8
            kill -KILL $services
            exit 0
            """;

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    /**
     * @param processes a file with the process id of a service in each line
     * @param postgres the folder of the database server
     */
    static Watchdog start(Path processes, Path postgres) {
        try {
            return new Watchdog(
                    new ProcessBuilder("sh", "-c", SCRIPT, "watchdog", processes.toString(), postgres.toString())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells it that there is nothing left to end. */
    @Override
    public void close() {
        try (OutputStream pipe = shell.getOutputStream()) {
            pipe.write("bye\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // It is gone already, which is what was wanted.
            shell.destroyForcibly();
        }
    }
}
