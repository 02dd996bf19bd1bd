package io.integrationshub.sso.application;

import io.integrationshub.contracts.Realm;
import io.integrationshub.sso.domain.RealmRecord;
import io.integrationshub.sso.domain.Wiring;
import io.integrationshub.sso.domain.WiringState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What every integration's latest execution wants, and what we did in its realms so far. Every write needs a transaction. */
public interface Wirings {

    /** The latest execution that arrived. */
    Optional<Wiring> find(UUID integrationId);

    /** Stores an execution that replaces the one before; one of the same or a lower number changes nothing. */
    void replace(Wiring wiring);

    /**
     * Locks the integration until the transaction ends.
     *
     * @return false when another execution has taken over or this one has ended
     */
    boolean lockAtWork(UUID integrationId, long executionNumber);

    /**
     * Locks the integration until the transaction ends.
     *
     * @return true when nobody has looked for drift since this execution was applied; empty when another execution has arrived, or
     *     this one is not what was applied
     */
    Optional<Boolean> lockApplied(UUID integrationId, long executionNumber);

    /** Remembers that somebody has looked for drift. */
    void driftChecked(UUID integrationId);

    /** Counts a beginning run and returns its number, from 1. */
    int countAttempt(UUID integrationId);

    /** Ends the work on the present execution. */
    void end(UUID integrationId, WiringState state);

    /** What we did in a realm; {@link RealmRecord#untouched} when nothing is known. */
    RealmRecord realm(UUID integrationId, Realm realm);

    /** True when another integration of this hub looks after that profile. */
    boolean heldByAnother(UUID integrationId, String profileId);

    /** Storefront URLs that other integrations of this hub want in the same Buyer realm. */
    List<String> wantedByOthers(UUID integrationId, String buyerRealmId);

    /**
     * Asks for the turn to change a realm that several integrations share; whoever has it may take it again.
     *
     * @param longest after that the turn is free, should its holder have died
     * @return false while another integration has it
     */
    boolean takeTurn(String realmId, UUID integrationId, Duration longest);

    /** Gives the turn back. */
    void endTurn(String realmId, UUID integrationId);

    /** Keeps what we did in a realm. */
    void keep(UUID integrationId, RealmRecord record);
}
