package io.integrationshub.acceptance.hub;

import static io.integrationshub.local.test.Waits.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The launcher as a process of its own, started with what {@code deploy/local/up} gives it once everything is built. */
public final class Launch implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    /** For those who see the launcher's end before they end themselves. */
    private static final Duration GONE_LIMIT = Duration.ofSeconds(10);

    private final Process process;
    private final Path output;
    private final Set<ProcessHandle> seen = ConcurrentHashMap.newKeySet();

    private Launch(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * @param root the checkout whose jars are run
     * @param output receives what it prints
     */
    static Launch start(Path root, Path output, List<String> options) {
        Path target = root.resolve("deploy/local/target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dhub.root=" + root,
                "-cp",
                target.resolve("local.jar") + File.pathSeparator + target.resolve("lib") + "/*",
                "io.integrationshub.local.launcher.Up"));
        command.addAll(options);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HUB_"));
        try {
            return new Launch(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has printed so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns its exit status once it has ended. */
    int awaitExit() {
        await("the launcher ends")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    descendants().forEach(seen::add);
                    return !process.isAlive();
                });
        return process.exitValue();
    }

    /** Returns when it has printed {@code text}; fails when it ends before. */
    void awaitOutput(String text) {
        await("the launcher prints '" + text + "'").atMost(LIMIT).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "The launcher ended with status " + process.exitValue() + ":\n" + output());
            }
            return output().contains(text);
        });
    }

    /** Processes it had started while it ran and that do not end with it, given a moment. */
    List<ProcessHandle> leftBehind() {
        long deadline = System.nanoTime() + GONE_LIMIT.toNanos();
        return seen.stream().filter(process -> !ends(process, deadline)).toList();
    }

    private static boolean ends(ProcessHandle process, long deadline) {
        try {
            process.onExit().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    Stream<ProcessHandle> descendants() {
        return process.toHandle().descendants();
    }

    /** As Ctrl-C; ends it by force only if that does not help. */
    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
