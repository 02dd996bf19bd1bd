package io.integrationshub.config.store;

import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.Trigger;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of execution; appended, never changed. */
@Entity
@Immutable
@Table(name = "execution")
class ExecutionEntity {
    @Id
    private UUID id;

    @Column(nullable = false)
    private String storeId;

    @Column(nullable = false)
    private UUID integrationId;

    @Column(nullable = false)
    private long number;

    @Column(nullable = false)
    private long generation;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private Trigger startedBy;

    @Column(nullable = false)
    private String actor;

    private @Nullable String reason;
    private @Nullable UUID retryOf;

    @Column(nullable = false)
    private Instant requestedAt;

    protected ExecutionEntity() {}

    static ExecutionEntity of(String storeId, UUID integrationId, long generation, Execution execution) {
        ExecutionEntity row = new ExecutionEntity();
        row.id = execution.id();
        row.storeId = storeId;
        row.integrationId = integrationId;
        row.number = execution.number();
        row.generation = generation;
        row.startedBy = execution.trigger();
        row.actor = execution.actor();
        row.reason = execution.reason();
        row.retryOf = execution.retryOf();
        row.requestedAt = execution.requestedAt();
        return row;
    }

    Execution toDomain() {
        return new Execution(id, number, startedBy, actor, reason, retryOf, requestedAt);
    }
}
