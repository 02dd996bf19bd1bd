package io.integrationshub.local.commerce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The misbehaviours still to come, in the order they were asked for; the first that fits a call hits it. */
public final class Faults {

    private final List<Fault> pending = new ArrayList<>();

    Faults() {}

    public synchronized void add(Fault fault) {
        pending.add(fault);
    }

    public synchronized List<Fault> pending() {
        return List.copyOf(pending);
    }

    public synchronized void clear() {
        pending.clear();
    }

    synchronized Optional<Fault> next(Call call) {
        for (int i = 0; i < pending.size(); i++) {
            var fault = pending.get(i);
            if (fault.hits(call)) {
                var rest = fault.afterHit();
                if (rest.isPresent()) {
                    pending.set(i, rest.get());
                } else {
                    pending.remove(i);
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
