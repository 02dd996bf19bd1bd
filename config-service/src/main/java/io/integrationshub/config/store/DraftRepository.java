package io.integrationshub.config.store;

import io.integrationshub.config.application.Drafts;
import io.integrationshub.config.domain.Draft;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Drafts in PostgreSQL. Every change is flushed at once: announcements and jobs write to the same transaction by plain JDBC,
 * and a refusal of the database belongs to the call that caused it.
 */
@ApplicationScoped
class DraftRepository implements PanacheRepositoryBase<DraftEntity, UUID>, Drafts {
    @Override
    @Transactional(TxType.MANDATORY)
    public void add(Draft draft) {
        persistAndFlush(DraftEntity.of(draft));
    }

    @Override
    @Transactional
    public Optional<Draft> find(String storeId, UUID id) {
        return ofStore(storeId, id).singleResultOptional().map(DraftEntity::toDomain);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Optional<Draft> lock(String storeId, UUID id) {
        // Else a row read earlier in this transaction is answered from memory, as it was before the wait for the lock.
        getEntityManager().clear();
        return ofStore(storeId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional()
                .map(DraftEntity::toDomain);
    }

    @Override
    @Transactional
    public List<Draft> list(String storeId, @Nullable UUID before, int limit) {
        PanacheQuery<DraftEntity> part = before == null
                ? find("storeId = ?1 order by id desc", storeId)
                : find("storeId = ?1 and id < ?2 order by id desc", storeId, before);
        return part.page(0, limit).stream().map(DraftEntity::toDomain).toList();
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void update(Draft draft) {
        findById(draft.id()).take(draft);
        flush();
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void removeOf(String storeId, UUID integrationId) {
        delete("storeId = ?1 and integrationId = ?2", storeId, integrationId);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public boolean remove(String storeId, UUID id) {
        return delete("storeId = ?1 and id = ?2", storeId, id) == 1;
    }

    private PanacheQuery<DraftEntity> ofStore(String storeId, UUID id) {
        return find("storeId = ?1 and id = ?2", storeId, id);
    }
}
