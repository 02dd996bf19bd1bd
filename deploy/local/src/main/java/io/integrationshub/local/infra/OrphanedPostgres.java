package io.integrationshub.local.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** A server whose launcher was killed: it still runs on the data folder and has to go before another one starts. */
public final class OrphanedPostgres {
    private static final long LIMIT_SECONDS = 15;

    private OrphanedPostgres() {}

    /** The process id in the lock file of the data folder, if a PostgreSQL process of that id runs on the folder. */
    private static Optional<ProcessHandle> find(Path data) throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(lock);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(data.toString()));
    }

    /** Stops it, if there is one, with a fast shutdown: connections are ended, data are flushed. */
    public static void stop(Path data) {
        try {
            Optional<ProcessHandle> orphan = find(data);
            if (orphan.isPresent()) {
                stop(orphan.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(ProcessHandle process) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start();
        process.onExit()
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .exceptionally(late -> {
                    throw new CompletionException("PostgreSQL " + process.pid() + " does not stop", late);
                })
                .join();
    }
}
