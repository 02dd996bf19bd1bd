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
    private static final List<String> JVM_FLAGS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final Duration READY_LIMIT = Duration.ofSeconds(180);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final HubService service;
    private final URI url;
    private final Process process;
    private final ServiceLog log;
    private final Thread copying;

    private ServiceProcess(HubService service, URI url, Process process, ServiceLog log) {
        this.service = service;
        this.url = url;
        this.process = process;
        this.log = log;
        this.copying = Thread.ofVirtual().start(() -> log.copy(process.getInputStream()));
    }

    /** Starts it and returns at once. */
    static ServiceProcess start(HubService service, URI url, Path jar, Map<String, String> environment, Path logFile) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(JVM_FLAGS);
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(jar.getParent().toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new ServiceProcess(service, url, process, new ServiceLog(service.fullName(), logFile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HubService service() {
        return service;
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

    /** Waits for the end and kills it when it does not come; a service ends well within twenty seconds of being asked. */
    void awaitEndOrKill() {
        try {
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            copying.join(STOP_LIMIT);
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
        return service.fullName() + " " + what + ", see " + log.file() + lines;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted", e);
        }
    }
}
