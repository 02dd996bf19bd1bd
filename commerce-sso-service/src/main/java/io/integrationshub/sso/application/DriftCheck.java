package io.integrationshub.sso.application;

import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.Realm;
import io.integrationshub.runtime.secrets.SecretUnreadableException;
import io.integrationshub.sso.domain.Difference;
import io.integrationshub.sso.domain.Drift;
import io.integrationshub.sso.domain.MerchantMapping;
import io.integrationshub.sso.domain.PrefixPlan;
import io.integrationshub.sso.domain.ProfilePlan;
import io.integrationshub.sso.domain.RealmRecord;
import io.integrationshub.sso.domain.RedirectUriPlan;
import io.integrationshub.sso.domain.Resources;
import io.integrationshub.sso.domain.WantedProfile;
import io.integrationshub.sso.domain.Wiring;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** Looks whether the store still is as the latest execution left it: reads only, planned with the plans of a run. */
@ApplicationScoped
class DriftCheck {
    private static final int NOT_FOUND = 404;

    private final StoreAccess access;
    private final WiringConfig config;
    private final Clock clock;

    DriftCheck(StoreAccess access, WiringConfig config, Clock clock) {
        this.access = access;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What differs, without what the admin does not want to hear of.
     *
     * @param records of all realms
     * @throws CommerceException when Commerce has trouble that passes; what the key may not read is a difference instead
     */
    List<Difference> look(Wiring applied, Function<Realm, RealmRecord> records) {
        return differences(applied, records).stream()
                .filter(difference -> !difference.ignoredBy(applied.spec().drift()))
                .toList();
    }

    private List<Difference> differences(Wiring applied, Function<Realm, RealmRecord> records) {
        CommerceStore store;
        try {
            store = access.open(
                    applied.storeId(), applied.integrationId(), applied.spec().commerce());
            store.signIn();
        } catch (CommerceException | SecretUnreadableException e) {
            return List.of(unreadable(Resources.STORE, e));
        }
        List<Difference> found = new ArrayList<>();
        if (applied.spec().buyer().enabled()) {
            found.addAll(buyer(applied, records.apply(Realm.BUYER), store));
        }
        if (applied.spec().merchant().enabled()) {
            found.addAll(merchant(applied, records.apply(Realm.MERCHANT), store));
        }
        return found;
    }

    private List<Difference> buyer(Wiring applied, RealmRecord record, CommerceStore store) {
        return read(Resources.realm(Realm.BUYER), () -> {
            String realmId = store.buyerRealmId();
            List<Difference> found = new ArrayList<>(Drift.ofRealm(record, realmId));
            found.addAll(profile(applied, record, realmId, store));
            List<String> existing = store.realm(realmId).redirectUris();
            RedirectUriPlan plan = RedirectUriPlan.of(
                    existing,
                    record.in(realmId).addedRedirectUris(),
                    applied.spec().buyer().callbackUrls(),
                    List.of());
            found.addAll(Drift.ofRedirectUris(existing, plan));
            return found;
        });
    }

    private List<Difference> merchant(Wiring applied, RealmRecord record, CommerceStore store) {
        return read(Resources.MERCHANT_REALM_MAPPING, () -> {
            MerchantMapping mapping = store.merchantMapping();
            List<Difference> found = new ArrayList<>(Drift.ofRealm(record, mapping.realmId()));
            String wanted = applied.spec().merchant().prefix();
            if (wanted != null) {
                found.addAll(Drift.ofPrefix(PrefixPlan.of(mapping.prefix(), wanted, false)));
            }
            found.addAll(profile(applied, record, mapping.realmId(), store));
            return found;
        });
    }

    private List<Difference> profile(Wiring applied, RealmRecord record, String realmId, CommerceStore store) {
        return read(Resources.profile(record.realm()), () -> {
            WantedProfile wanted = applied.profile(Objects.requireNonNullElse(record.secretDigest(), "unknown"));
            RealmRecord here = record.in(realmId);
            ProfilePlan plan =
                    ProfilePlan.of(here, wanted, SeenProfiles.of(store, here), config.createSettle(), clock.instant());
            return Drift.ofProfile(record, wanted, plan);
        });
    }

    private static List<Difference> read(String resource, Supplier<List<Difference>> look) {
        try {
            return look.get();
        } catch (CommerceException e) {
            return List.of(unreadable(resource, e));
        }
    }

    private static Difference unreadable(String resource, RuntimeException trouble) {
        if (trouble instanceof CommerceException commerce
                && commerce.failure().errorClass().passesByItself()
                && commerce.status() != NOT_FOUND) {
            throw commerce;
        }
        Failure failure = Diagnosis.of(trouble);
        return Difference.unreadable(resource, failure.message());
    }
}
