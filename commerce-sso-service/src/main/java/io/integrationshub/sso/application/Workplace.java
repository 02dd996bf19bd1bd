package io.integrationshub.sso.application;

import io.integrationshub.contracts.Realm;
import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.runtime.secrets.OpenedSecret;
import io.integrationshub.runtime.secrets.SecretContext;
import io.integrationshub.runtime.secrets.Secrets;
import io.integrationshub.runtime.steps.Trail;
import io.integrationshub.sso.domain.Goal;
import io.integrationshub.sso.domain.RealmRecord;
import io.integrationshub.sso.domain.Wiring;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.Duration;

/** What every part of one run needs. */
record Workplace(
        Wiring wiring, Fence fence, Trail trail, Wirings wirings, Secrets secrets, WiringConfig config, Clock clock) {
    /** Longer than reading and writing a realm can take, with every repetition. */
    private static final Duration LONGEST_TURN = Duration.ofMinutes(3);

    private static final Duration SHORT_WAIT = Duration.ofSeconds(1);

    /** True when the realm is to have a profile of ours. */
    boolean wants(Realm realm) {
        return wiring.goal() == Goal.WIRE
                && switch (realm) {
                    case BUYER -> wiring.spec().buyer().enabled();
                    case MERCHANT -> wiring.spec().merchant().enabled();
                };
    }

    /** Why nothing of ours is wanted in a realm. */
    String reasonAgainst(Realm realm) {
        String organization = switch (realm) {
            case BUYER -> "Buyer";
            case MERCHANT -> "Merchant";
        };
        return wiring.goal() == Goal.UNWIRE
                ? "There is nothing of this integration in the " + organization + " Organization"
                : organization + " Organization is not enabled";
    }

    RealmRecord record(Realm realm) {
        return wirings.realm(wiring.integrationId(), realm);
    }

    void keep(RealmRecord record) {
        fence.write(() -> wirings.keep(wiring.integrationId(), record));
    }

    /**
     * Asks for the turn to change a realm that other integrations change too.
     *
     * @throws WiringProblem REALM_BUSY, while another one has it
     */
    void takeTurn(String realmId) {
        boolean ours = QuarkusTransaction.requiringNew()
                .call(() -> wirings.takeTurn(realmId, wiring.integrationId(), LONGEST_TURN));
        if (!ours) {
            throw WiringProblem.realmBusy(clock.instant().plus(SHORT_WAIT));
        }
    }

    /** Gives the turn back; a worker that dies before leaves it to its next run, or to the clock. */
    void endTurn(String realmId) {
        QuarkusTransaction.requiringNew().run(() -> wirings.endTurn(realmId, wiring.integrationId()));
    }

    /** Opens a secret for the call that needs it. */
    OpenedSecret open(SealedSecret sealed, String field) {
        return secrets.open(sealed, new SecretContext(wiring.storeId(), wiring.integrationId(), field));
    }
}
