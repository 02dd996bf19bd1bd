package io.integrationshub.local.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Copies what a process prints into its log file, each line prefixed with the service's name, and remembers the end. */
final class ServiceLog {
    private static final int REMEMBERED = 20;

    private final String service;
    private final Path file;
    private final Deque<String> tail = new ArrayDeque<>();

    ServiceLog(String service, Path file) {
        this.service = service;
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Returns when the process has closed its output. */
    void copy(InputStream output) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
                Writer log = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                remember(line);
                log.write(service + " | " + line + System.lineSeparator());
                log.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines, oldest first. */
    synchronized List<String> tail() {
        return List.copyOf(tail);
    }

    private synchronized void remember(String line) {
        tail.addLast(line);
        if (tail.size() > REMEMBERED) {
            tail.removeFirst();
        }
    }
}
