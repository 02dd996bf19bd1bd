package io.integrationshub.sso.commerce;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many requests go to Commerce with one application key. Kept in this process: every replica has a budget of its own, so the rate
 * times the number of replicas has to stay below what Commerce allows the store.
 */
final class RequestBudget {
    private static final int LARGEST = 10_000;

    private final int perSecond;
    private final Duration patience;
    private final Map<Key, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Bucket> eldest) {
            return size() > LARGEST;
        }
    };

    private record Key(String origin, String clientId) {}

    RequestBudget(CommerceConfig config) {
        this.perSecond = config.requestsPerSecond();
        this.patience = config.callTimeout();
    }

    /** Waits for a turn; false when none comes within the time of a call, or when interrupted. */
    boolean take(Origin origin, String clientId) {
        try {
            return bucket(new Key(origin.text(), clientId)).asBlocking().tryConsume(1, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized Bucket bucket(Key key) {
        return buckets.computeIfAbsent(
                key,
                unknown -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }
}
