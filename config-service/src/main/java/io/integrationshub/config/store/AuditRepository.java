package io.integrationshub.config.store;

import io.integrationshub.config.application.AuditTrail;
import io.integrationshub.config.domain.AuditEntry;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** The audit trail in PostgreSQL. */
@ApplicationScoped
class AuditRepository implements PanacheRepositoryBase<AuditEntity, Long>, AuditTrail {
    @Override
    @Transactional(TxType.MANDATORY)
    public void add(AuditEntry entry) {
        persist(AuditEntity.of(entry));
    }
}
