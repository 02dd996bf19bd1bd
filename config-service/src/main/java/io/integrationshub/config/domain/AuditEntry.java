package io.integrationshub.config.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change somebody made.
 *
 * @param detail what exactly, for a person; never a value that was entered
 * @param reason why, in that person's words
 */
public record AuditEntry(
        String storeId,
        UUID integrationId,
        Instant at,
        String actor,
        Action action,
        String detail,
        @Nullable String reason) {

    /** What can be done. */
    public enum Action {
        DRAFT_BEGUN,
        PAGE_SAVED,
        DRAFT_DISCARDED,
        CONFIGURED,
        RECONFIGURED,
        UPDATED,
        RESTORED,
        HEALED,
        RETRIED,
        PAUSED,
        RESUMED,
        DELETED,
        GONE
    }
}
