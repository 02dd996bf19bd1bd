package io.integrationshub.config.store;

import io.integrationshub.config.application.AuditTrail;
import io.integrationshub.config.domain.AuditEntry;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;

/** The audit trail in PostgreSQL. */
@ApplicationScoped
class AuditRepository implements PanacheRepositoryBase<AuditEntity, Long>, AuditTrail {
    @Override
    @Transactional(TxType.MANDATORY)
    public void add(AuditEntry entry) {
        persist(AuditEntity.of(entry));
    }

    @Override
    @Transactional
    public List<Recorded> of(String storeId, UUID integrationId, long belowSeq, int limit) {
        return find(
                        "storeId = ?1 and integrationId = ?2 and seq < ?3 order by seq desc",
                        storeId,
                        integrationId,
                        belowSeq)
                .page(0, limit)
                .stream()
                .map(AuditEntity::toDomain)
                .toList();
    }
}
