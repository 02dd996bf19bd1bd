package io.integrationshub.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * The services of a launcher that was killed. Their ids are in a file; an id counts only while its process still runs a
 * service's jar, because the system may have given the id to somebody else.
 */
final class Orphans {
    private static final String MARK = "quarkus-run.jar";
    private static final long LIMIT_SECONDS = 15;

    private final Path file;

    Orphans(Path file) {
        this.file = file;
    }

    /** Writes down who would have to go. */
    void record(Collection<Long> ids) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, ids.stream().map(id -> id + "\n").collect(Collectors.joining()));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends those that still run; returns how many they were. */
    int end() {
        List<ProcessHandle> running = running();
        running.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : running) {
            try {
                process.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                process.destroyForcibly();
            } catch (Exception e) {
                throw new LaunchException("Could not end process " + process.pid() + " of an earlier run", e);
            }
        }
        return running.size();
    }

    private List<ProcessHandle> running() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(Long::parseLong)
                    .map(ProcessHandle::of)
                    .flatMap(Optional::stream)
                    .filter(process -> process.info().commandLine().orElse("").contains(MARK))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
