package io.integrationshub.config.store;

import io.integrationshub.config.domain.observed.Observed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of observed. */
@Entity
@Table(name = "observed")
class ObservedEntity {
    @Id
    private UUID integrationId;

    @Column(nullable = false, updatable = false)
    private String storeId;

    @Column(nullable = false)
    private long version;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private Observed content;

    // Worked out from the content, for an index.
    @Column(nullable = false)
    private boolean drifting;

    @Column(nullable = false)
    private Instant updatedAt;

    protected ObservedEntity() {}

    static ObservedEntity begin(String storeId, UUID integrationId, Instant now) {
        ObservedEntity row = new ObservedEntity();
        row.storeId = storeId;
        row.integrationId = integrationId;
        row.take(Observed.NOTHING, now);
        return row;
    }

    /** Takes over what is known by now. */
    void take(Observed known, Instant now) {
        version++;
        content = known;
        drifting = known.drifting();
        updatedAt = now;
    }

    long version() {
        return version;
    }

    Observed toDomain() {
        return content;
    }
}
