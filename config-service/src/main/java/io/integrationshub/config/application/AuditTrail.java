package io.integrationshub.config.application;

import io.integrationshub.config.domain.AuditEntry;
import java.util.List;
import java.util.UUID;

/** Who changed what, when and why; only ever appended to. */
public interface AuditTrail {

    /** @param seq its place in the trail */
    record Recorded(long seq, AuditEntry entry) {}

    /** Appends an entry, in the transaction of the change. */
    void add(AuditEntry entry);

    /** Entries of the store's integration, latest first, below this place. */
    List<Recorded> of(String storeId, UUID integrationId, long belowSeq, int limit);
}
