package io.integrationshub.sso.domain;

import io.integrationshub.contracts.CommerceAccess;
import io.integrationshub.contracts.Deletion;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.IntegrationDeleted;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.PoolReady;
import io.integrationshub.contracts.UnreadableEvent;
import io.integrationshub.contracts.UserPool;
import java.util.UUID;

/**
 * The latest execution of an integration that reached this service.
 *
 * @param userPool what the profiles point at; null when the goal is to unwire
 * @param deletion handed on after unwiring; null when the goal is to wire
 * @param causationId id of the event that led here
 * @param attempt how often this service has begun to work on the execution
 */
public record Wiring(
        UUID integrationId,
        String storeId,
        Goal goal,
        long generation,
        Execution execution,
        IntegrationSpec spec,
        UserPool userPool,
        Deletion deletion,
        String causationId,
        WiringState state,
        int attempt) {

    /**
     * What a ready user pool asks for.
     *
     * @throws UnreadableEvent when a part is missing that every such event has
     */
    public static Wiring of(UUID integrationId, String storeId, String causationId, PoolReady ready) {
        requireParts(ready.execution(), ready.spec());
        UserPool pool = require(ready.userPool(), "userPool");
        require(pool.clientId(), "userPool.clientId");
        require(pool.clientSecret(), "userPool.clientSecret");
        require(pool.discoveryUrl(), "userPool.discoveryUrl");
        return new Wiring(
                integrationId,
                storeId,
                Goal.WIRE,
                ready.generation(),
                ready.execution(),
                ready.spec(),
                ready.userPool(),
                null,
                causationId,
                WiringState.WIRING,
                0);
    }

    /**
     * What a deletion asks for.
     *
     * @throws UnreadableEvent when a part is missing that every such event has
     */
    public static Wiring of(UUID integrationId, String storeId, String causationId, IntegrationDeleted deleted) {
        requireParts(deleted.execution(), deleted.spec());
        require(require(deleted.deletion(), "deletion").policy(), "deletion.policy");
        return new Wiring(
                integrationId,
                storeId,
                Goal.UNWIRE,
                deleted.generation(),
                deleted.execution(),
                deleted.spec(),
                null,
                deleted.deletion(),
                causationId,
                WiringState.WIRING,
                0);
    }

    /** True when what it wants is what was last brought about at Commerce. */
    public boolean applied() {
        return goal == Goal.WIRE && state == WiringState.WIRED;
    }

    /** The OIDC profile that each enabled realm is to have. */
    public WantedProfile profile(String secretDigest) {
        return new WantedProfile(
                spec.userPool().oidcProfileName(), userPool.discoveryUrl(), userPool.clientId(), secretDigest);
    }

    /** True when this service still has something to do for it. */
    public boolean atWork() {
        return state == WiringState.WIRING;
    }

    private static void requireParts(Execution execution, IntegrationSpec spec) {
        require(require(execution, "execution").id(), "execution.id");
        CommerceAccess commerce = require(require(spec, "spec").commerce(), "spec.commerce");
        require(commerce.tokenUrl(), "spec.commerce.tokenUrl");
        require(commerce.clientId(), "spec.commerce.clientId");
        require(commerce.clientSecret(), "spec.commerce.clientSecret");
        require(require(spec.userPool(), "spec.userPool").oidcProfileName(), "spec.userPool.oidcProfileName");
        require(spec.buyer(), "spec.buyer");
        require(spec.merchant(), "spec.merchant");
    }

    private static <T> T require(T part, String name) {
        if (part == null) {
            throw new UnreadableEvent("member " + name + " is missing");
        }
        return part;
    }
}
