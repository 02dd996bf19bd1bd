package io.integrationshub.config.store;

import io.integrationshub.config.application.Executions;
import io.integrationshub.contracts.Execution;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;

/** Executions in PostgreSQL; flushed at once, like drafts. */
@ApplicationScoped
class ExecutionRepository implements PanacheRepositoryBase<ExecutionEntity, UUID>, Executions {
    @Override
    @Transactional(TxType.MANDATORY)
    public void add(String storeId, UUID integrationId, long generation, Execution execution) {
        persistAndFlush(ExecutionEntity.of(storeId, integrationId, generation, execution));
    }

    @Override
    @Transactional
    public boolean exists(String storeId, UUID integrationId, UUID executionId) {
        return count("storeId = ?1 and integrationId = ?2 and id = ?3", storeId, integrationId, executionId) == 1;
    }

    @Override
    @Transactional
    public List<Execution> latest(String storeId, UUID integrationId, int limit) {
        return find("storeId = ?1 and integrationId = ?2 order by number desc", storeId, integrationId)
                .page(0, limit)
                .stream()
                .map(ExecutionEntity::toDomain)
                .toList();
    }

    @Override
    @Transactional
    public boolean retried(UUID executionId) {
        return count("retryOf", executionId) == 1;
    }
}
