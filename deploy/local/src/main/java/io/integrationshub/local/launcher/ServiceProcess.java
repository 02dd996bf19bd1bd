package io.integrationshub.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service as a process of its own. */
final class ServiceProcess {
    private static final Duration READY_LIMIT = Duration.ofSeconds(180);

    private final Replica replica;
    private final URI url;
    private final Process process;
    private final Duration stopLimit;
    private final ServiceLog log;
    private final Thread copying;

    private ServiceProcess(Replica replica, URI url, Process process, Duration stopLimit, ServiceLog log) {
        this.replica = replica;
        this.url = url;
        this.process = process;
        this.stopLimit = stopLimit;
        this.log = log;
        this.copying = Thread.ofVirtual().start(() -> log.copy(process.getInputStream()));
    }

    /** Starts it and returns at once. */
    static ServiceProcess start(
            Replica replica, URI url, Path root, Packaging packaging, Map<String, String> environment, Path logFile) {
        Path jar = packaging.jar(root, replica.service());
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(packaging.flags(jar));
        // For who looks at the list of processes: which one it is.
        command.add("-Dhub.process=" + replica.fullName());
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(jar.getParent().toFile()).redirectErrorStream(true);
        // Else glibc keeps memory back for each of many threads.
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new ServiceProcess(
                    replica, url, process, packaging.stopLimit(), new ServiceLog(replica.fullName(), logFile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /**
     * Returns when the service says it is ready.
     *
     * @throws LaunchException with the end of its log when it ends instead or takes too long
     */
    void awaitReady() {
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        Health health = new Health(url);
        while (!health.isReady()) {
            if (!process.isAlive()) {
                throw new LaunchException(epitaph("ended with status " + process.exitValue()));
            }
            if (System.nanoTime() > deadline) {
                throw new LaunchException(epitaph("was not ready after " + READY_LIMIT.toSeconds() + " s"));
            }
            pause();
        }
    }

    /** Returns when the process has ended, with its exit status. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks it to end (SIGTERM) without waiting. */
    void terminate() {
        // Process.destroy would close the pipe, and with it lose what the service says while it stops.
        process.toHandle().destroy();
    }

    /** Waits for the end and kills it when it does not come in time. */
    void awaitEndOrKill() {
        try {
            if (!process.waitFor(stopLimit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            copying.join(stopLimit);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** What happened, with the last lines of the log. */
    String epitaph(String what) {
        try {
            copying.join(Duration.ofMillis(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<String> tail = log.tail();
        String lines = tail.isEmpty() ? "" : "\n  " + String.join("\n  ", tail);
        return replica.fullName() + " " + what + ", see " + log.file() + lines;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted", e);
        }
    }
}
