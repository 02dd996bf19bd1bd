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
import java.time.Clock;

/** What every part of one run needs. */
record Workplace(
        Wiring wiring, Fence fence, Trail trail, Wirings wirings, Secrets secrets, WiringConfig config, Clock clock) {

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

    /** Opens a secret for the call that needs it. */
    OpenedSecret open(SealedSecret sealed, String field) {
        return secrets.open(sealed, new SecretContext(wiring.storeId(), wiring.integrationId(), field));
    }
}
