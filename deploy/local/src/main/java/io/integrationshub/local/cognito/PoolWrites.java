package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * At most one write per pool at a time. An operation that models ConcurrentModificationException refuses while another
 * write is under way; one that does not waits.
 */
final class PoolWrites {
    static final String CONCURRENT_MODIFICATION = "ConcurrentModificationException";

    private final ConcurrentMap<String, Semaphore> pools = new ConcurrentHashMap<>();

    <T> T alone(String operation, ObjectNode input, Set<String> modelledErrors, Supplier<T> write) {
        String pool = Json.has(input, "UserPoolId") ? Json.text(input, "UserPoolId") : Json.text(input, "ResourceArn");
        if (pool.isEmpty() || !Operation.writes(operation)) {
            return write.get();
        }
        Semaphore turn = pools.computeIfAbsent(pool.substring(pool.lastIndexOf('/') + 1), id -> new Semaphore(1));
        if (!modelledErrors.contains(CONCURRENT_MODIFICATION)) {
            turn.acquireUninterruptibly();
        } else if (!turn.tryAcquire()) {
            String resource = operation.contains("Client") ? "user pool client" : "user pool";
            throw new AwsError(
                    CONCURRENT_MODIFICATION, "Only one request to update " + resource + " can be processed at a time.");
        }
        try {
            return write.get();
        } finally {
            turn.release();
        }
    }
}
