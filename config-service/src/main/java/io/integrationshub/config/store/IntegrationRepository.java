package io.integrationshub.config.store;

import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.domain.Integration;
import io.integrationshub.config.domain.Revision;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Integrations and their revisions in PostgreSQL; flushed at once, like drafts. */
@ApplicationScoped
class IntegrationRepository implements PanacheRepositoryBase<IntegrationEntity, UUID>, Integrations {
    // One statement for any number of integrations: everything the overview shows is joined.
    private static final String OVERVIEW = """
            select i, r, e, o from IntegrationEntity i
            join RevisionEntity r on r.integrationId = i.id and r.generation = i.generation
            join ExecutionEntity e on e.integrationId = i.id and e.number = i.executions
            join ObservedEntity o on o.integrationId = i.id
            where i.storeId = :store\s""";

    private final RevisionRepository revisions;

    IntegrationRepository(RevisionRepository revisions) {
        this.revisions = revisions;
    }

    /** A row of the overview. */
    record OverviewRow(
            IntegrationEntity integration,
            RevisionEntity latest,
            ExecutionEntity lastExecution,
            ObservedEntity observed) {
        Overview toDomain() {
            Integration shown = integration.toDomain();
            return new Overview(
                    shown,
                    latest.toDomain(),
                    lastExecution.toDomain(),
                    observed.toDomain(),
                    ObservedRepository.version(shown.version(), observed.version()));
        }
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void add(Integration integration) {
        persistAndFlush(IntegrationEntity.of(integration));
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Optional<Integration> lock(String storeId, UUID id) {
        // Else a row read earlier in this transaction is answered from memory, as it was before the wait for the lock.
        getEntityManager().clear();
        return find("storeId = ?1 and id = ?2", storeId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional()
                .map(IntegrationEntity::toDomain);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void update(Integration integration) {
        findById(integration.id()).take(integration);
        flush();
    }

    @Override
    @Transactional
    public Optional<Overview> find(String storeId, UUID id) {
        return overview("and i.id = :id", storeId).setParameter("id", id).getResultList().stream()
                .map(OverviewRow::toDomain)
                .findFirst();
    }

    @Override
    @Transactional
    public List<Overview> list(String storeId, @Nullable UUID before, int limit) {
        TypedQuery<OverviewRow> page = before == null
                ? overview("and i.deletedAt is null order by i.id desc", storeId)
                : overview("and i.deletedAt is null and i.id < :before order by i.id desc", storeId)
                        .setParameter("before", before);
        return page.setMaxResults(limit).getResultList().stream()
                .map(OverviewRow::toDomain)
                .toList();
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void add(Revision revision) {
        revisions.persistAndFlush(RevisionEntity.of(revision));
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Revision latestRevision(UUID integrationId) {
        return revisions
                .latest(integrationId)
                .map(RevisionEntity::toDomain)
                .orElseThrow(() -> new IllegalStateException("Integration " + integrationId + " has no revision"));
    }

    @Override
    @Transactional
    public List<Revision> revisions(String storeId, UUID integrationId, long belowGeneration, int limit) {
        return revisions.page(storeId, integrationId, belowGeneration, limit).stream()
                .map(RevisionEntity::toDomain)
                .toList();
    }

    private TypedQuery<OverviewRow> overview(String restAndOrder, String storeId) {
        return getEntityManager()
                .createQuery(OVERVIEW + restAndOrder, OverviewRow.class)
                .setParameter("store", storeId);
    }
}
