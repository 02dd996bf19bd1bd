package io.integrationshub.local.commerce;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The latest calls, oldest first. A call is listed before its answer leaves. */
public final class RequestLog {

    private static final int KEPT = 40_000;
    private static final Set<String> WRITING = Set.of("POST", "PUT", "DELETE", "PATCH");

    private final Clock clock;
    private final Deque<LoggedRequest> entries = new ArrayDeque<>();
    private long sequence;

    RequestLog(Clock clock) {
        this.clock = clock;
    }

    /** The calls with a sequence above {@code sequence}; 0 for all. */
    public synchronized List<LoggedRequest> since(long sequence) {
        return entries.stream().filter(entry -> entry.sequence() > sequence).toList();
    }

    /** The calls that could have changed something. */
    public List<LoggedRequest> writes() {
        return since(0).stream().filter(LoggedRequest::write).toList();
    }

    /** Forgets all calls; the sequence goes on. */
    public synchronized void clear() {
        entries.clear();
    }

    synchronized void add(Call call, int status, Optional<Fault> fault) {
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        boolean write = WRITING.contains(call.method()) && !call.path().equals(TokenEndpoint.PATH);
        entries.addLast(new LoggedRequest(
                ++sequence,
                clock.instant(),
                call.method(),
                call.path(),
                write,
                call.principal().scopeId(),
                status,
                call.trace(),
                fault.map(hit -> hit.kind().name()).orElse("")));
    }
}
