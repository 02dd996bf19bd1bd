package io.integrationshub.runtime.events;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Whether the service is being stopped. Whoever is cut off by that fails in ways that say nothing about the record at hand, which is
 * neither taken in nor dead-lettered then: whoever reads next reads it again.
 */
// A singleton, as it is asked when there is no container any more.
@Singleton
public class Stopping {
    private volatile boolean begun;

    /** From now on. */
    public void begin(@Observes ShutdownEvent event) {
        begun = true;
    }

    /** True from the first moment of stopping on. */
    public boolean begun() {
        return begun;
    }
}
