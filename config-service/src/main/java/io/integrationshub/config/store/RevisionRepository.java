package io.integrationshub.config.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Revisions in PostgreSQL. */
@ApplicationScoped
class RevisionRepository implements PanacheRepositoryBase<RevisionEntity, RevisionEntity.Key> {
    private static final String OF_STORE = """
            select r from RevisionEntity r join IntegrationEntity i on i.id = r.integrationId
            where i.storeId = ?1 and i.id = ?2 and r.generation < ?3
            order by r.generation desc""";

    Optional<RevisionEntity> latest(UUID integrationId) {
        return find("integrationId = ?1 order by generation desc", integrationId)
                .firstResultOptional();
    }

    /** Latest first, below this generation. */
    List<RevisionEntity> page(String storeId, UUID integrationId, long belowGeneration, int limit) {
        return find(OF_STORE, storeId, integrationId, belowGeneration)
                .page(Page.ofSize(limit))
                .list();
    }
}
