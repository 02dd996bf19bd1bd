package io.integrationshub.sso.application;

import io.integrationshub.contracts.CommerceAccess;
import io.integrationshub.contracts.Realm;
import io.integrationshub.contracts.WiredRealm;
import io.integrationshub.runtime.secrets.SecretContext;
import io.integrationshub.runtime.steps.StepResult;
import io.integrationshub.sso.domain.Goal;
import io.integrationshub.sso.domain.RealmRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One run over all steps, in their order. */
final class WiringRun {
    private static final String CONNECTION = "Check Commerce Connection";
    private static final int CONNECTION_ORDER = 110;

    private final Workplace place;
    private final CommerceStores stores;

    WiringRun(Workplace place, CommerceStores stores) {
        this.place = place;
        this.stores = stores;
    }

    /** The realms that are wired in the end. */
    List<WiredRealm> run() {
        if (place.wiring().goal() == Goal.UNWIRE && nothingIsOurs()) {
            place.trail().skip(CONNECTION, CONNECTION_ORDER, "There is nothing of this integration in the store");
            return List.of();
        }
        CommerceStore store = connect();
        Supplier<String> buyerRealm = once(store::buyerRealmId);
        RealmProfile buyer = new RealmProfile(
                place, store, Realm.BUYER, "Buyer Organization: OIDC Profile", RealmProfile.BUYER_ORDER, buyerRealm);
        RealmProfile merchant = new RealmProfile(
                place,
                store,
                Realm.MERCHANT,
                "Merchant Organization: OIDC Profile",
                RealmProfile.MERCHANT_ORDER,
                () -> store.merchantMapping().realmId());

        place.fence().requireWanted();
        Optional<WiredRealm> wiredBuyer = buyer.converge();
        place.fence().requireWanted();
        new BuyerRedirectUris(place, store, buyerRealm).converge();
        place.fence().requireWanted();
        new MerchantPrefix(place, store).converge();
        place.fence().requireWanted();
        Optional<WiredRealm> wiredMerchant = merchant.converge();
        return Stream.of(wiredBuyer, wiredMerchant).flatMap(Optional::stream).toList();
    }

    private CommerceStore connect() {
        CommerceAccess access = place.wiring().spec().commerce();
        return place.trail().step(CONNECTION, CONNECTION_ORDER, Map.of("tokenUrl", access.tokenUrl()), () -> {
            StoreKeys keys = new StoreKeys(
                    access.tokenUrl(),
                    access.clientId(),
                    place.open(access.clientSecret(), SecretContext.COMMERCE_CLIENT_SECRET));
            CommerceStore store = stores.open(keys);
            store.signIn();
            return StepResult.read(store, Map.of());
        });
    }

    /** Asks at the first use only; what throws is asked again. */
    private static <T> Supplier<T> once(Supplier<T> ask) {
        AtomicReference<T> answer = new AtomicReference<>();
        return () -> answer.updateAndGet(known -> known == null ? ask.get() : known);
    }

    private boolean nothingIsOurs() {
        return Stream.of(Realm.values()).map(place::record).noneMatch(RealmRecord::holdsSomething);
    }
}
