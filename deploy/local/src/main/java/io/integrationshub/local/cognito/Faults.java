package io.integrationshub.local.cognito;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are waiting for a request; the oldest that fits is met first. */
public final class Faults {
    private final List<Fault> waiting = new ArrayList<>();

    Faults() {}

    /** Adds a fault behind those already waiting. */
    public synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    /** Forgets every fault. */
    public synchronized void clear() {
        waiting.clear();
    }

    /** What is still waiting, with the times that are left. */
    public synchronized List<Fault> waiting() {
        return List.copyOf(waiting);
    }

    synchronized Optional<Fault> meet(String operation) {
        for (int i = 0; i < waiting.size(); i++) {
            Fault fault = waiting.get(i);
            if (fault.meets(operation)) {
                if (fault.times() == 1) {
                    waiting.remove(i);
                } else {
                    waiting.set(i, fault.spent());
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
