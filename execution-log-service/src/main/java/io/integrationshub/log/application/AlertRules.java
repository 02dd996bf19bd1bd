package io.integrationshub.log.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who wants to be told of what, and where. */
public interface AlertRules {
    /** A store has at most so many. */
    int MOST = 200;

    /** In characters. */
    int LONGEST_NAME = 100;

    /** In characters. */
    int LONGEST_TARGET = 2000;

    /** A week, in minutes. */
    int LONGEST_QUIET = 10_080;

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
            Instant changedAt) {

        /** The same, on or off. */
        AlertRule turned(boolean on, String by, Instant at) {
            return new AlertRule(
                    id, storeId, name, trigger, threshold, integrationId, channel, target, quietMinutes, on, by, at);
        }
    }

    /** Of a store, at most {@link #MOST}. */
    List<AlertRule> list(String storeId);

    /** One of this store. */
    Optional<AlertRule> find(String storeId, UUID id);

    /** One of this store; until the end of the transaction nobody else changes or removes it. */
    Optional<AlertRule> lock(String storeId, UUID id);

    /** Whosever it is. */
    Optional<AlertRule> find(UUID id);

    /** Those of these stores that are enabled. */
    List<AlertRule> enabled(Collection<String> storeIds);

    /** The stores that have an enabled rule of this trigger. */
    List<String> storesWith(AlertTrigger trigger);

    /** Writes it, over the one of the same id. */
    void put(AlertRule rule);

    /** What it was; empty when the store has none such. Its notices go with it. */
    Optional<AlertRule> remove(String storeId, UUID id);
}
