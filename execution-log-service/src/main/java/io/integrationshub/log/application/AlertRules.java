package io.integrationshub.log.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who wants to be told of what, and where. */
public interface AlertRules {

    /** How somebody is told. */
    enum Channel {
        WEBHOOK,
        EMAIL
    }

    /**
     * @param threshold milliseconds or a severity, null where the trigger needs none
     * @param integrationId only of this one, or null for all of the store
     * @param target the URL or the e-mail address
     * @param quietMinutes after a notice of a subject so long none of the same
     */
    record AlertRule(
            UUID id,
            String storeId,
            String name,
            AlertTrigger trigger,
            String threshold,
            UUID integrationId,
            Channel channel,
            String target,
            int quietMinutes,
            boolean enabled,
            String changedBy,
            Instant changedAt) {}

    /** Of a store, at most 200. */
    List<AlertRule> list(String storeId);

    /** One of this store. */
    Optional<AlertRule> find(String storeId, UUID id);

    /** Whosever it is. */
    Optional<AlertRule> find(UUID id);

    /** Those of these stores that are enabled. */
    List<AlertRule> enabled(Collection<String> storeIds);

    /** The stores that have an enabled rule of this trigger. */
    List<String> storesWith(AlertTrigger trigger);

    /** Writes it, over the one of the same id. */
    void put(AlertRule rule);

    /** False when the store has none such. Its notices go with it. */
    boolean remove(String storeId, UUID id);
}
