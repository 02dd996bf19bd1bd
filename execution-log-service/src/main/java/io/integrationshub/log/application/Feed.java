package io.integrationshub.log.application;

import io.integrationshub.log.domain.ExecutionSummary;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which executions were told anew, wherever in the fleet that happened; kept for minutes, for those who look on. */
public interface Feed {

    /** Adds an entry, in the caller's transaction. */
    void add(Collection<ExecutionSummary> told);

    /** The id of the newest entry, 0 when there is none. */
    long end();

    /** True when everything behind this entry can still be read, and this id was given out here. */
    boolean reaches(long id);

    /**
     * Entries behind this one, and those of {@code missing} that are there by now: entries become visible when their transaction
     * commits, which need not be in the order of their ids. At most 500, in the order of their ids.
     */
    List<Entry> behind(long id, Collection<Long> missing);

    /**
     * Entries behind this one for somebody who comes back, with those just before it that may have become visible late. At most
     * 500, in the order of their ids.
     */
    List<Entry> since(long id);

    /** Forgets what is older, but for the newest entry. */
    void forgetBefore(Instant time);

    /** The executions told in one transaction, by store. */
    record Entry(long id, Map<String, Set<UUID>> executions) {}
}
