package io.integrationshub.config.store;

import io.integrationshub.config.domain.Pages;
import io.integrationshub.config.domain.Revision;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of revision; appended, never changed. */
@Entity
@Immutable
@Table(name = "revision")
@IdClass(RevisionEntity.Key.class)
class RevisionEntity {

    /** Which one. */
    record Key(UUID integrationId, long generation) {}

    @Id
    private UUID integrationId;

    @Id
    private long generation;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private Pages pages;

    @Column(nullable = false)
    private Instant createdAt;

    @Column(nullable = false)
    private String createdBy;

    private @Nullable String reason;

    protected RevisionEntity() {}

    static RevisionEntity of(Revision revision) {
        RevisionEntity row = new RevisionEntity();
        row.integrationId = revision.integrationId();
        row.generation = revision.generation();
        row.pages = revision.pages();
        row.createdAt = revision.createdAt();
        row.createdBy = revision.createdBy();
        row.reason = revision.reason();
        return row;
    }

    Revision toDomain() {
        return new Revision(integrationId, generation, pages, createdAt, createdBy, reason);
    }
}
