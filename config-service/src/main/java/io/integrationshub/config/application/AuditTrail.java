package io.integrationshub.config.application;

import io.integrationshub.config.domain.AuditEntry;

/** Who changed what, when and why; only ever appended to. */
public interface AuditTrail {

    /** Appends an entry, in the transaction of the change. */
    void add(AuditEntry entry);
}
