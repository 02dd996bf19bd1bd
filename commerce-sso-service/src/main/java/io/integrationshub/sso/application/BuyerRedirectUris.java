package io.integrationshub.sso.application;

import io.integrationshub.contracts.Realm;
import io.integrationshub.runtime.steps.StepResult;
import io.integrationshub.sso.domain.RealmRecord;
import io.integrationshub.sso.domain.RealmSettings;
import io.integrationshub.sso.domain.RedirectUriPlan;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The step that lets the storefront's URLs start a sign-in, and takes back those we added when they are no longer wanted. */
final class BuyerRedirectUris {
    private static final String STEP = "Buyer Organization: Redirect URLs";
    static final int ORDER = 130;

    private final Workplace place;
    private final CommerceStore store;
    private final Supplier<String> realmId;

    BuyerRedirectUris(Workplace place, CommerceStore store, Supplier<String> realmId) {
        this.place = place;
        this.store = store;
        this.realmId = realmId;
    }

    void converge() {
        RealmRecord known = place.record(Realm.BUYER);
        boolean on = place.wants(Realm.BUYER);
        if (!on && known.addedRedirectUris().isEmpty()) {
            place.trail().skip(STEP, ORDER, place.reasonAgainst(Realm.BUYER));
            return;
        }
        List<String> wanted = on ? place.wiring().spec().buyer().callbackUrls() : List.of();
        place.trail().step(STEP, ORDER, Map.of("redirectUris", wanted), () -> apply(known, wanted));
    }

    private StepResult<Void> apply(RealmRecord known, List<String> wanted) {
        RealmRecord record = known.in(realmId.get());
        Look look = look(record, wanted);
        if (!look.plan().write()) {
            return done(record, look);
        }
        // Others add to the same list, and Commerce takes it only as a whole: from reading to writing it is our turn
        // alone.
        place.takeTurn(record.realmId());
        try {
            Look again = look(record, wanted);
            if (again.plan().write()) {
                place.keep(record.withRedirectUris(again.plan().claimed()));
                store.putRedirectUris(again.realm(), again.plan().result());
            }
            return done(record, again);
        } finally {
            place.endTurn(record.realmId());
        }
    }

    private record Look(RealmSettings realm, RedirectUriPlan plan) {}

    private Look look(RealmRecord record, List<String> wanted) {
        RealmSettings realm = store.realm(record.realmId());
        List<String> others = place.wirings().wantedByOthers(place.wiring().integrationId(), record.realmId());
        return new Look(realm, RedirectUriPlan.of(realm.redirectUris(), record.addedRedirectUris(), wanted, others));
    }

    private StepResult<Void> done(RealmRecord record, Look look) {
        RedirectUriPlan plan = look.plan();
        List<String> before = look.realm().redirectUris();
        place.keep(record.withRedirectUris(plan.added()));
        Map<String, Object> output = Map.of(
                "realmId", look.realm().id(),
                "redirectUris", Shown.few(plan.result()),
                "notOurs", Shown.few(plan.notOurs()),
                "added", Shown.few(plan.adds(before)),
                "removed", Shown.few(plan.removes(before)));
        return new StepResult<>(null, plan.write() ? 1 : 0, output);
    }
}
