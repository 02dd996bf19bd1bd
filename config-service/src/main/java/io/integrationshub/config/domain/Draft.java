package io.integrationshub.config.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A wizard that was begun and not finished.
 *
 * @param integrationId assigned at once, so that secrets can be sealed to it
 * @param baseGeneration the revision it began with; 0 for a new integration
 * @param version counts the changes of the draft, from 1
 */
public record Draft(
        UUID id,
        String storeId,
        UUID integrationId,
        long baseGeneration,
        long version,
        Pages pages,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy) {

    /** A draft as it begins. */
    public static Draft begin(
            UUID id, String storeId, UUID integrationId, long baseGeneration, Pages pages, String actor, Instant now) {
        return new Draft(id, storeId, integrationId, baseGeneration, 1, pages, now, actor, now, actor);
    }

    /** The next version of it. */
    public Draft changed(Pages newPages, String actor, Instant now) {
        return new Draft(
                id, storeId, integrationId, baseGeneration, version + 1, newPages, createdAt, createdBy, now, actor);
    }

    /** True when it is to become a new integration. */
    public boolean isNew() {
        return baseGeneration == 0;
    }
}
