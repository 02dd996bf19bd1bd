package io.integrationshub.config.domain;

import io.integrationshub.contracts.Trigger;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wizard that was begun and not finished.
 *
 * @param integrationId assigned at once, so that secrets can be sealed to it
 * @param baseGeneration the revision it began with; 0 for a new integration
 * @param purpose what it was begun for
 * @param restores the revision whose pages it began with; null unless it was begun to restore one
 * @param version counts the changes of the draft, from 1
 * @param keys what was tried with Connect
 */
public record Draft(
        UUID id,
        String storeId,
        UUID integrationId,
        long baseGeneration,
        Purpose purpose,
        @Nullable Long restores,
        long version,
        Pages pages,
        EnteredKeys keys,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy) {

    /** What a draft is for. */
    public enum Purpose {
        CONFIGURE(Trigger.CONFIGURED),
        RECONFIGURE(Trigger.RECONFIGURED),
        UPDATE(Trigger.UPDATED),
        RESTORE(Trigger.RESTORED);

        private final Trigger trigger;

        Purpose(Trigger trigger) {
            this.trigger = trigger;
        }

        /** Of the execution that starts when such a draft is finished. */
        public Trigger trigger() {
            return trigger;
        }
    }

    /** What a draft begins with. */
    public record Beginning(
            UUID integrationId,
            long baseGeneration,
            Purpose purpose,
            @Nullable Long restores,
            Pages pages) {}

    /** A draft as it begins. */
    public static Draft begin(UUID id, String storeId, Beginning with, String actor, Instant now) {
        return new Draft(
                id,
                storeId,
                with.integrationId(),
                with.baseGeneration(),
                with.purpose(),
                with.restores(),
                1,
                with.pages(),
                EnteredKeys.NONE,
                now,
                actor,
                now,
                actor);
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
                purpose,
                restores,
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
