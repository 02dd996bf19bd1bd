package io.integrationshub.provisioner.cognito;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps each operation on one user pool below {@link Quota#PER_POOL} in any second. Kept in memory only: all work on a pool is one
 * job at a time, on one replica.
 */
final class PoolCaps {
    private static final long SECOND = 1_000_000_000;
    private static final int LARGEST = 5_000;

    private final Map<String, Deque<Long>> sent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Long>> eldest) {
            return size() > LARGEST;
        }
    };

    /**
     * Books a call.
     *
     * @param earliest when it could be sent otherwise, on the clock of {@link System#nanoTime}
     * @return when it may be sent
     */
    synchronized long book(String operation, String userPoolId, long earliest) {
        Deque<Long> last = sent.computeIfAbsent(operation + " " + userPoolId, key -> new ArrayDeque<>());
        long at = last.size() < Quota.PER_POOL ? earliest : Math.max(earliest, last.removeFirst() + SECOND);
        last.addLast(at);
        return at;
    }
}
