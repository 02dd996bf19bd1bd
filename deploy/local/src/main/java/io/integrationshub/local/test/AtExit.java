package io.integrationshub.local.test;

import io.integrationshub.local.infra.Folders;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Ends what this JVM's tests shared, in reverse order of its start. */
final class AtExit {
    private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtExit::closeAll, "hub-test-infra-closer"));
    }

    private AtExit() {}

    static synchronized void close(AutoCloseable resource) {
        OPEN.push(resource);
    }

    static void delete(Path folder) {
        close(() -> Folders.delete(folder));
    }

    private static synchronized void closeAll() {
        while (!OPEN.isEmpty()) {
            try {
                OPEN.pop().close();
            } catch (Exception e) {
                // The JVM ends; the remaining ones still have to be closed.
                System.err.println("Test infrastructure: " + e);
            }
        }
    }
}
