package io.integrationshub.log.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people did here. */
public interface Audit {

    /** One of the things that they do. */
    enum Action {
        RETRY_REQUESTED,
        BULK_RETRY_STARTED,
        BULK_RETRY_PAUSED,
        BULK_RETRY_RESUMED,
        BULK_RETRY_CANCELED,
        ISSUE_MUTED,
        ISSUE_REOPENED,
        ISSUE_RESOLVED,
        DEAD_LETTER_REPLAYED,
        EVIDENCE_EXPORTED,
        ALERT_RULE_MADE,
        ALERT_RULE_CHANGED,
        ALERT_RULE_TESTED,
        ALERT_RULE_REMOVED
    }

    /**
     * @param subject id of the execution, bulk retry, issue or alert rule, or the coordinates of the dead letter
     * @param detail what the person wrote, or what names the subject, or null
     */
    record Deed(String actor, Action action, String subject, String detail) {}

    /** A deed as it was noted. */
    record Entry(UUID id, Instant at, Deed deed) {}

    /** Notes it, in the caller's transaction where there is one. */
    void note(String storeId, Deed deed);

    /** The newest of a store, newest first. */
    List<Entry> list(
            String storeId, Optional<String> actor, Optional<Action> action, Optional<Position> after, int limit);
}
