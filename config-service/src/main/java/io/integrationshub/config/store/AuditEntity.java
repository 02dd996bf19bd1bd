package io.integrationshub.config.store;

import io.integrationshub.config.application.AuditTrail;
import io.integrationshub.config.domain.AuditEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of audit; appended, never changed. */
@Entity
@Immutable
@Table(name = "audit")
class AuditEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long seq;

    @Column(nullable = false)
    private String storeId;

    @Column(nullable = false)
    private UUID integrationId;

    @Column(nullable = false)
    private Instant at;

    @Column(nullable = false)
    private String actor;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private AuditEntry.Action action;

    @Column(nullable = false)
    private String detail;

    @Column
    private @Nullable String reason;

    protected AuditEntity() {}

    static AuditEntity of(AuditEntry entry) {
        AuditEntity row = new AuditEntity();
        row.storeId = entry.storeId();
        row.integrationId = entry.integrationId();
        row.at = entry.at();
        row.actor = entry.actor();
        row.action = entry.action();
        row.detail = entry.detail();
        row.reason = entry.reason();
        return row;
    }

    AuditTrail.Recorded toDomain() {
        return new AuditTrail.Recorded(seq, new AuditEntry(storeId, integrationId, at, actor, action, detail, reason));
    }
}
