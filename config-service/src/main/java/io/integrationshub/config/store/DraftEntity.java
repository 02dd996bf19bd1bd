package io.integrationshub.config.store;

import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.EnteredKeys;
import io.integrationshub.config.domain.Pages;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of draft. */
@Entity
@Table(name = "draft")
class DraftEntity {
    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private String storeId;

    @Column(nullable = false, updatable = false)
    private UUID integrationId;

    @Column(nullable = false, updatable = false)
    private long baseGeneration;

    @Column(nullable = false, updatable = false)
    @Enumerated(EnumType.STRING)
    private Draft.Purpose purpose;

    @Column(updatable = false)
    private @Nullable Long restores;

    // Counted by the domain and shown as an ETag; not the version of Hibernate, which would count by itself.
    @Column(nullable = false)
    private long version;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private Pages pages;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private EnteredKeys keys;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column(nullable = false, updatable = false)
    private String createdBy;

    @Column(nullable = false)
    private Instant updatedAt;

    @Column(nullable = false)
    private String updatedBy;

    protected DraftEntity() {}

    static DraftEntity of(Draft draft) {
        DraftEntity row = new DraftEntity();
        row.id = draft.id();
        row.storeId = draft.storeId();
        row.integrationId = draft.integrationId();
        row.baseGeneration = draft.baseGeneration();
        row.purpose = draft.purpose();
        row.restores = draft.restores();
        row.createdAt = draft.createdAt();
        row.createdBy = draft.createdBy();
        row.take(draft);
        return row;
    }

    /** Takes over what can change. */
    void take(Draft draft) {
        version = draft.version();
        pages = draft.pages();
        keys = draft.keys();
        updatedAt = draft.updatedAt();
        updatedBy = draft.updatedBy();
    }

    Draft toDomain() {
        return new Draft(
                id,
                storeId,
                integrationId,
                baseGeneration,
                purpose,
                restores,
                version,
                pages,
                keys,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy);
    }
}
