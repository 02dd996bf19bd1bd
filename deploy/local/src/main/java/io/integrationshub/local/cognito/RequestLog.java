package io.integrationshub.local.cognito;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What was asked of the AWS endpoint, in order, without bodies and secrets. Holds the newest 100 000 requests. */
public final class RequestLog {
    private static final int LARGEST = 100_000;

    /**
     * One request.
     *
     * @param write whether the operation changes something, be it successful or not
     * @param account empty when the signature was not accepted
     * @param traceId of the W3C {@code traceparent} header; empty without one
     * @param outcome {@code OK}, {@code DROPPED} (executed, not answered) or the name of the error
     */
    public record Entry(
            long sequence,
            Instant time,
            String operation,
            boolean write,
            String account,
            String region,
            String outcome,
            String requestId,
            String traceId) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long sequence;

    RequestLog() {}

    synchronized void add(
            Instant time,
            String operation,
            String account,
            String region,
            String outcome,
            String requestId,
            String traceId) {
        boolean write = Operation.writes(operation);
        entries.addLast(new Entry(++sequence, time, operation, write, account, region, outcome, requestId, traceId));
        if (entries.size() > LARGEST) {
            entries.removeFirst();
        }
    }

    /** The requests after sequence number {@code since}; 0 for all. */
    public synchronized List<Entry> since(long since) {
        return entries.stream().filter(entry -> entry.sequence() > since).toList();
    }

    /** The sequence number of the newest request; numbers go on after {@link #clear()}. */
    public synchronized long last() {
        return sequence;
    }

    /** Forgets the requests so far. */
    public synchronized void clear() {
        entries.clear();
    }
}
