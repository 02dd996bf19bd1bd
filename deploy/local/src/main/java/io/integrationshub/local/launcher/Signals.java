package io.integrationshub.local.launcher;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import sun.misc.Signal;

/**
 * Ctrl-C and its relatives. They are taken here and not by a shutdown hook, so that the parts stop in their order while the
 * JVM is still whole.
 */
final class Signals {
    private static final List<String> ENDING = List.of("INT", "TERM", "HUP");
    private static final int STATUS_BASE = 128;

    private Signals() {}

    /** Completes with the exit status that belongs to the first of the signals; a second one ends the JVM at once. */
    static CompletableFuture<Integer> first() {
        CompletableFuture<Integer> first = new CompletableFuture<>();
        for (String name : ENDING) {
            Signal.handle(new Signal(name), signal -> {
                int status = STATUS_BASE + signal.getNumber();
                if (!first.complete(status)) {
                    Runtime.getRuntime().halt(status);
                }
            });
        }
        return first;
    }
}
