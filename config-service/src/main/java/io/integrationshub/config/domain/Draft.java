package io.integrationshub.config.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A wizard that was begun and not finished.
 *
 * @param integrationId assigned at once, so that secrets can be sealed to it
 * @param baseGeneration the revision it began with; 0 for a new integration
 * @param version counts the changes of the draft, from 1
 * @param keys what was tried with Connect
 */
public record Draft(
        UUID id,
        String storeId,
        UUID integrationId,
        long baseGeneration,
        long version,
        Pages pages,
        EnteredKeys keys,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy) {

    /** A draft as it begins. */
    public static Draft begin(
            UUID id, String storeId, UUID integrationId, long baseGeneration, Pages pages, String actor, Instant now) {
        return new Draft(
                id, storeId, integrationId, baseGeneration, 1, pages, EnteredKeys.NONE, now, actor, now, actor);
    }

    /** The next version of it, with a page saved. */
    public Draft changed(Pages newPages, String actor, Instant now) {
        EnteredKeys left = newPages.configuration() == null ? keys : keys.after(newPages.configuration());
        return next(newPages, left, actor, now);
    }

    /** The next version of it, with keys tried. */
    public Draft changed(EnteredKeys newKeys, String actor, Instant now) {
        return next(pages, newKeys, actor, now);
    }

    /** What stays when it is left out of the page Configuration: what was typed last, saved or not. */
    public ConfigurationPage.Kept kept() {
        ConfigurationPage.Kept saved = ConfigurationPage.Kept.of(pages.configuration());
        return new ConfigurationPage.Kept(
                keys.commerce() == null ? saved.clientSecret() : keys.commerce().clientSecret(),
                keys.aws() == null ? saved.secretAccessKey() : keys.aws().secretAccessKey(),
                saved.hostedUi());
    }

    /** The AWS keys the draft has by now, tried or saved. */
    public Optional<EnteredKeys.Aws> awsKeys() {
        ConfigurationPage page = pages.configuration();
        if (keys.aws() != null || page == null) {
            return Optional.ofNullable(keys.aws());
        }
        return Optional.of(new EnteredKeys.Aws(page.accessKeyId(), page.secretAccessKey(), page.region(), null));
    }

    private Draft next(Pages newPages, EnteredKeys newKeys, String actor, Instant now) {
        return new Draft(
                id,
                storeId,
                integrationId,
                baseGeneration,
                version + 1,
                newPages,
                newKeys,
                createdAt,
                createdBy,
                now,
                actor);
    }

    /** True when it is to become a new integration. */
    public boolean isNew() {
        return baseGeneration == 0;
    }
}
