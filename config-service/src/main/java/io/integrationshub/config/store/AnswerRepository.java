package io.integrationshub.config.store;

import io.integrationshub.config.application.AnswerOnce;
import io.integrationshub.config.application.Answers;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Answers in PostgreSQL. */
@ApplicationScoped
class AnswerRepository implements PanacheRepositoryBase<AnswerEntity, AnswerEntity.Key>, Answers {
    private static final Duration KEPT = Duration.ofDays(1);

    // Waits for a transaction that holds the key and leaves this one usable when the key is taken; persisting would end
    // it.
    private static final String CLAIM = """
            insert into idempotency (store_id, key, request, received_at)
            values (:store, :key, :request, :now) on conflict do nothing""";

    @Override
    @Transactional(TxType.MANDATORY)
    public boolean claim(String storeId, String key, String request, Instant now) {
        delete("storeId = ?1 and receivedAt < ?2", storeId, now.minus(KEPT));
        return getEntityManager()
                        .createNativeQuery(CLAIM)
                        .setParameter("store", storeId)
                        .setParameter("key", key)
                        .setParameter("request", request)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Optional<AnswerOnce.Answer> of(String storeId, String key, String request) {
        return find("storeId = ?1 and requestKey = ?2 and request = ?3", storeId, key, request)
                .singleResultOptional()
                .map(AnswerEntity::toDomain);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void remember(String storeId, String key, AnswerOnce.Answer answer) {
        update(
                "status = ?1, location = ?2, body = ?3 where storeId = ?4 and requestKey = ?5",
                answer.status(),
                answer.location(),
                answer.body(),
                storeId,
                key);
    }
}
