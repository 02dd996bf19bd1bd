package io.integrationshub.provisioner.domain;

import io.integrationshub.contracts.RealmsUnwired;
import io.integrationshub.contracts.RealmsWired;
import io.integrationshub.contracts.WiredRealm;
import java.util.List;
import java.util.UUID;

/**
 * Everything the provisioner remembers of one integration. Transitions are pure; the store keeps the result.
 *
 * @param wish null while nothing was asked for
 * @param attempt runs in the current phase of the current execution
 * @param writes changes made at AWS by the current execution
 * @param lifecycleChange number of the last pause or resume that was heard
 * @param realms as last wired by commerce-sso-service for the current execution
 */
public record Provisioning(
        UUID integrationId,
        String storeId,
        Wish wish,
        Phase phase,
        int attempt,
        int writes,
        boolean paused,
        long lifecycleChange,
        List<WiredRealm> realms,
        Holdings holdings) {
    public Provisioning {
        realms = List.copyOf(realms);
    }

    /** An integration of which nothing was heard before. */
    public static Provisioning idle(UUID integrationId, String storeId) {
        return new Provisioning(integrationId, storeId, null, Phase.IDLE, 0, 0, false, 0, List.of(), Holdings.NONE);
    }

    /** Number of the current execution, 0 before the first. */
    public long executionNumber() {
        return wish == null ? 0 : wish.execution().number();
    }

    /** True for an execution that has not been heard of and is not older than the current one. */
    public boolean isNewer(long executionNumber) {
        return executionNumber > executionNumber();
    }

    /** A new execution starts over; what we hold at AWS stays. */
    public Provisioning wished(Wish newWish) {
        return begun(newWish, Phase.POOL);
    }

    /** The integration is deleted; nothing is worked on until its realms are unwired. */
    public Provisioning deletionWished(Wish newWish) {
        return begun(newWish, Phase.AWAITING_UNWIRING);
    }

    /** The realms are unwired. */
    public Provisioning unwired(Wish newWish) {
        return begun(newWish, Phase.REMOVAL);
    }

    /** True when this is what a deletion waits for, or the first that is heard of it. */
    public boolean awaits(RealmsUnwired event) {
        long number = event.execution().number();
        return isNewer(number) || (phase == Phase.AWAITING_UNWIRING && number == executionNumber());
    }

    private Provisioning begun(Wish newWish, Phase first) {
        return new Provisioning(
                integrationId, storeId, newWish, first, 0, 0, paused, lifecycleChange, List.of(), holdings);
    }

    /** A pause stops everything but a deletion: that was asked for by a person who knew of it. */
    public boolean mayWork() {
        return phase.isWork() && (!paused || phase == Phase.REMOVAL);
    }

    /** True when this is what the current execution waits for. */
    public boolean awaits(RealmsWired event) {
        return phase == Phase.AWAITING_REALMS && event.execution().number() == executionNumber();
    }

    public Provisioning wired(RealmsWired event, String eventId) {
        return new Provisioning(
                integrationId,
                storeId,
                wish.causedBy(eventId),
                Phase.SIGN_IN,
                0,
                writes,
                paused,
                lifecycleChange,
                event.realms(),
                holdings);
    }

    /** A late copy of an older pause or resume never undoes a newer one. */
    public Provisioning lifecycleChanged(long change, boolean nowPaused) {
        return change <= lifecycleChange
                ? this
                : new Provisioning(
                        integrationId, storeId, wish, phase, attempt, writes, nowPaused, change, realms, holdings);
    }

    public Provisioning attemptBegun() {
        return new Provisioning(
                integrationId, storeId, wish, phase, attempt + 1, writes, paused, lifecycleChange, realms, holdings);
    }

    public Provisioning in(Phase next) {
        return new Provisioning(
                integrationId, storeId, wish, next, attempt, writes, paused, lifecycleChange, realms, holdings);
    }

    public Provisioning written(int changes) {
        return new Provisioning(
                integrationId,
                storeId,
                wish,
                phase,
                attempt,
                writes + changes,
                paused,
                lifecycleChange,
                realms,
                holdings);
    }

    public Provisioning holding(Holdings now) {
        return new Provisioning(
                integrationId, storeId, wish, phase, attempt, writes, paused, lifecycleChange, realms, now);
    }
}
