package io.integrationshub.local.commerce;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Refuses a write to an object while another write to it is still running, as Commerce does (409). */
final class WriteGuard {

    private final Set<String> running = ConcurrentHashMap.newKeySet();

    Reply alone(Call call, Supplier<Reply> work) {
        boolean changesOneObject = call.method().equals("PUT") || call.method().equals("DELETE");
        if (!changesOneObject) {
            return work.get();
        }
        var object = call.principal().scopeId() + " " + call.path();
        if (!running.add(object)) {
            throw Refusal.writeConflict();
        }
        try {
            return work.get();
        } finally {
            running.remove(object);
        }
    }
}
