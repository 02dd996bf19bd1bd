package io.integrationshub.provisioner.cognito;

import io.integrationshub.runtime.egress.RequestPlaces;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gives each call of one quota its place in time. Whoever comes first reserves places for all who wait, so a crowd costs few
 * statements; places are given out in the order of arrival, and as an integration asks for one call at a time, in turn between
 * integrations.
 */
final class Pacer {
    private static final int MOST_AT_ONCE = 8;

    private final RequestPlaces requestPlaces;
    private final String counted;
    private final Duration spacing;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicInteger waiting = new AtomicInteger();
    private final Deque<Long> places = new ArrayDeque<>();

    Pacer(RequestPlaces requestPlaces, String counted, Duration spacing) {
        this.requestPlaces = requestPlaces;
        this.counted = counted;
        this.spacing = spacing;
    }

    /** When the caller may send, on the clock of {@link System#nanoTime}. */
    long place() {
        waiting.incrementAndGet();
        turn.lock();
        try {
            if (places.isEmpty()) {
                reserve(Math.min(waiting.get(), MOST_AT_ONCE));
            }
            return places.poll();
        } finally {
            waiting.decrementAndGet();
            turn.unlock();
        }
    }

    private void reserve(int calls) {
        long first = System.nanoTime()
                + requestPlaces.reserve(counted, calls, spacing).toNanos();
        for (int i = 0; i < calls; i++) {
            places.add(first + i * spacing.toNanos());
        }
    }
}
