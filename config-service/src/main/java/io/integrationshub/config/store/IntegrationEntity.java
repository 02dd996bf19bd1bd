package io.integrationshub.config.store;

import io.integrationshub.config.domain.Integration;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of integration. */
@Entity
@Table(name = "integration")
class IntegrationEntity {
    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private String storeId;

    @Column(nullable = false)
    private long generation;

    @Column(nullable = false)
    private long executions;

    @Column(nullable = false)
    private long changes;

    private @Nullable Instant pausedAt;
    private @Nullable String pausedBy;
    private @Nullable String pauseReason;

    @JdbcTypeCode(SqlTypes.JSON)
    private Integration.@Nullable Deleting deleting;

    private @Nullable Instant deletedAt;

    // Counted by the domain and shown as an ETag; not the version of Hibernate, which would count by itself.
    @Column(nullable = false)
    private long version;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column(nullable = false, updatable = false)
    private String createdBy;

    @Column(nullable = false)
    private Instant updatedAt;

    protected IntegrationEntity() {}

    static IntegrationEntity of(Integration integration) {
        IntegrationEntity row = new IntegrationEntity();
        row.id = integration.id();
        row.storeId = integration.storeId();
        row.createdAt = integration.createdAt();
        row.createdBy = integration.createdBy();
        row.take(integration);
        return row;
    }

    /** Takes over what can change. */
    void take(Integration integration) {
        Integration.Pause pause = integration.paused();
        generation = integration.generation();
        executions = integration.executions();
        changes = integration.changes();
        pausedAt = pause == null ? null : pause.since();
        pausedBy = pause == null ? null : pause.by();
        pauseReason = pause == null ? null : pause.reason();
        deleting = integration.deleting();
        deletedAt = integration.deletedAt();
        version = integration.version();
        updatedAt = integration.updatedAt();
    }

    Integration toDomain() {
        return new Integration(
                id,
                storeId,
                generation,
                executions,
                changes,
                pausedAt == null ? null : new Integration.Pause(pausedAt, pausedBy, pauseReason),
                deleting,
                deletedAt,
                version,
                createdAt,
                createdBy,
                updatedAt);
    }
}
