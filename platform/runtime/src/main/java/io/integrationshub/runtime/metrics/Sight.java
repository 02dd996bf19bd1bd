package io.integrationshub.runtime.metrics;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What gauges show of the database: one look serves all gauges of a scrape. */
public final class Sight<T> {
    private static final Logger LOG = Logger.getLogger(Sight.class);
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Supplier<T> look;
    private @Nullable T latest;
    private long lookedAt;

    /** Of what this looks up; an {@link IllegalStateException} means that the database does not answer. */
    public Sight(Supplier<T> look) {
        this.look = look;
    }

    /** Not a number when the database does not answer: neither an old value nor a comfortable zero. */
    public synchronized double value(ToDoubleFunction<T> value) {
        long now = System.nanoTime();
        if (lookedAt == 0 || now - lookedAt > FRESH.toNanos()) {
            try {
                latest = look.get();
            } catch (IllegalStateException e) {
                latest = null;
                LOG.debug("Nothing to show", e);
            }
            lookedAt = now;
        }
        return latest == null ? Double.NaN : value.applyAsDouble(latest);
    }
}
