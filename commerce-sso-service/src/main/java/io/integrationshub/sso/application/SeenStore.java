package io.integrationshub.sso.application;

import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Realm;
import io.integrationshub.sso.domain.MerchantMapping;
import io.integrationshub.sso.domain.OidcProfile;
import io.integrationshub.sso.domain.RealmRecord;
import io.integrationshub.sso.domain.RealmSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run would look at in a store before it writes.
 *
 * @param buyer null when there is nothing to do in that realm
 * @param merchant null when there is nothing to do in that realm
 */
record SeenStore(@Nullable Buyer buyer, @Nullable Merchant merchant) {

    record Buyer(RealmSettings realm, List<OidcProfile> profiles) {}

    record Merchant(MerchantMapping mapping, List<OidcProfile> profiles) {}

    /** Reads what concerns the realms that are wanted, or in which something of ours is left. */
    static SeenStore read(CommerceStore store, IntegrationSpec spec, Map<Realm, RealmRecord> records) {
        store.signIn();
        Optional<Buyer> buyer = concerned(spec.buyer().enabled(), records.get(Realm.BUYER))
                .map(yes -> store.realm(store.buyerRealmId()))
                .map(realm -> new Buyer(
                        realm, SeenProfiles.of(store, records.get(Realm.BUYER).in(realm.id()))));
        Optional<Merchant> merchant = concerned(spec.merchant().enabled(), records.get(Realm.MERCHANT))
                .map(yes -> store.merchantMapping())
                .map(mapping -> new Merchant(
                        mapping,
                        SeenProfiles.of(store, records.get(Realm.MERCHANT).in(mapping.realmId()))));
        return new SeenStore(buyer.orElse(null), merchant.orElse(null));
    }

    private static Optional<Boolean> concerned(boolean on, RealmRecord record) {
        return on || record.holdsSomething() ? Optional.of(true) : Optional.empty();
    }
}
