package io.integrationshub.log.application;

import io.integrationshub.log.domain.RecordedFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The facts of executions that were told last, so that a story that goes on is not read again for each batch. Only committed facts
 * come in here, and facts are never changed: what is kept is complete if it has the ids that the database has.
 */
final class RecentFacts {
    private static final int MOST = 50_000;

    private final LinkedHashMap<UUID, List<RecordedFact>> kept = new LinkedHashMap<>();
    private int size;

    /** What is known of these with the fresh ones; may be incomplete. */
    synchronized Map<UUID, List<RecordedFact>> with(Collection<RecordedFact> fresh) {
        Map<UUID, List<RecordedFact>> all = new HashMap<>();
        for (RecordedFact fact : fresh) {
            all.computeIfAbsent(fact.executionId(), id -> new ArrayList<>(kept.getOrDefault(id, List.of())))
                    .add(fact);
        }
        return all;
    }

    synchronized void keep(Map<UUID, List<RecordedFact>> committed) {
        committed.forEach((id, facts) -> {
            List<RecordedFact> before = kept.remove(id);
            size -= before == null ? 0 : before.size();
            kept.put(id, facts);
            size += facts.size();
        });
        var oldest = kept.values().iterator();
        while (size > MOST && oldest.hasNext()) {
            size -= oldest.next().size();
            oldest.remove();
        }
    }
}
