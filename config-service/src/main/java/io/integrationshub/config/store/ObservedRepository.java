package io.integrationshub.config.store;

import io.integrationshub.config.application.Observations;
import io.integrationshub.config.domain.observed.Observed;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is known of integrations, in PostgreSQL; flushed at once, like drafts. */
@ApplicationScoped
class ObservedRepository implements PanacheRepositoryBase<ObservedEntity, UUID>, Observations {
    private static final String VERSIONS = """
            select new io.integrationshub.config.store.ObservedRepository$Versions(i.id, i.version, o.version)
            from IntegrationEntity i join ObservedEntity o on o.integrationId = i.id
            where i.id in :ids""";

    private final Clock clock;

    ObservedRepository(Clock clock) {
        this.clock = clock;
    }

    /** The two counters of one integration. */
    record Versions(UUID id, long integration, long observed) {}

    /** One text for both counters. */
    static String version(long integration, long observed) {
        return integration + "." + observed;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void add(String storeId, UUID integrationId) {
        persistAndFlush(ObservedEntity.begin(storeId, integrationId, clock.instant()));
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Optional<Observed> lock(String storeId, UUID integrationId) {
        // Else a row read earlier in this transaction is answered from memory, as it was before the wait for the lock.
        getEntityManager().clear();
        return find("storeId = ?1 and integrationId = ?2", storeId, integrationId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional()
                .map(ObservedEntity::toDomain);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void update(UUID integrationId, Observed observed) {
        findById(integrationId).take(observed, clock.instant());
        flush();
    }

    @Override
    @Transactional
    public Map<UUID, String> versions(Collection<UUID> integrationIds) {
        return getEntityManager()
                .createQuery(VERSIONS, Versions.class)
                .setParameter("ids", integrationIds)
                .getResultStream()
                .collect(Collectors.toMap(Versions::id, each -> version(each.integration(), each.observed())));
    }
}
