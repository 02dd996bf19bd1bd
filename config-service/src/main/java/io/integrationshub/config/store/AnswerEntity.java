package io.integrationshub.config.store;

import io.integrationshub.config.application.AnswerOnce;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of idempotency: a key somebody chose, and once the request is through, the answer. */
@Entity
@Table(name = "idempotency")
@IdClass(AnswerEntity.Key.class)
class AnswerEntity {

    /** The key, which is its store's own. */
    record Key(String storeId, String requestKey) {}

    @Id
    private String storeId;

    @Id
    @Column(name = "key")
    private String requestKey;

    @Column(nullable = false)
    private String request;

    private @Nullable Integer status;
    private @Nullable String location;
    private @Nullable String body;

    @Column(nullable = false)
    private Instant receivedAt;

    protected AnswerEntity() {}

    AnswerOnce.Answer toDomain() {
        return new AnswerOnce.Answer(status, location, body);
    }
}
