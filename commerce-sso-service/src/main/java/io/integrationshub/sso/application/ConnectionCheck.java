package io.integrationshub.sso.application;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.Realm;
import io.integrationshub.sso.application.ConnectionReport.FoundRealm;
import io.integrationshub.sso.application.ConnectionReport.Warning;
import io.integrationshub.sso.domain.CommerceRegion;
import io.integrationshub.sso.domain.MerchantMapping;
import io.integrationshub.sso.domain.OidcProfile;
import io.integrationshub.sso.domain.RealmSettings;
import io.integrationshub.sso.domain.Right;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries an admin's application key with reads only, before anything is configured with it. */
@ApplicationScoped
public class ConnectionCheck {
    private final CommerceStores stores;
    private final WiringConfig config;

    ConnectionCheck(CommerceStores stores, WiringConfig config) {
        this.stores = stores;
        this.config = config;
    }

    /**
     * What to try.
     *
     * @param host of the token URL
     * @param awsRegion of the user pool, to tell whether it is far; null for not known
     */
    public record Subject(
            StoreKeys keys, String host, @Nullable String awsRegion) {}

    /** Whatever Commerce says is an answer; nothing is thrown for it. */
    public ConnectionReport check(Subject subject) {
        Question question = new Question(config.questionTimeout());
        try {
            return check(subject, question, stores.tryOut(subject.keys()));
        } catch (CommerceException e) {
            return report(subject, question, new Probes(question), Found.NOTHING, e.failure(), 0);
        }
    }

    private static ConnectionReport check(Subject subject, Question question, CommerceStore store) {
        Probes probes = new Probes(question);
        Found found = signedIn(store, probes) ? found(store, probes) : Found.NOTHING;
        return report(subject, question, probes, found, failure(probes), store.calls());
    }

    private static boolean signedIn(CommerceStore store, Probes probes) {
        return probes.of(Right.SIGN_IN, () -> {
                    store.signIn();
                    return true;
                })
                .isPresent();
    }

    private static Found found(CommerceStore store, Probes probes) {
        Optional<FoundRealm> buyer = probes.of(Right.READ_CUSTOMER_AUTHENTICATION, store::buyerRealmId)
                .map(id -> realm(store, probes, Realm.BUYER, id, Right.READ_BUYER_REALM, Right.READ_BUYER_PROFILES));
        Optional<MerchantMapping> mapping = probes.of(Right.READ_MERCHANT_MAPPING, store::merchantMapping);
        Optional<FoundRealm> merchant = mapping.map(found -> realm(
                store,
                probes,
                Realm.MERCHANT,
                found.realmId(),
                Right.READ_MERCHANT_REALM,
                Right.READ_MERCHANT_PROFILES));
        return new Found(
                mapping.map(MerchantMapping::storeId).orElse(null),
                mapping.map(MerchantMapping::prefix).orElse(null),
                Stream.of(buyer, merchant).flatMap(Optional::stream).toList());
    }

    private static FoundRealm realm(
            CommerceStore store, Probes probes, Realm realm, String id, Right readRealm, Right readProfiles) {
        List<String> redirectUris = probes.of(readRealm, () -> store.realm(id))
                .map(RealmSettings::redirectUris)
                .orElse(List.of());
        List<String> profiles = probes.of(readProfiles, () -> store.profiles(id)).orElse(List.of()).stream()
                .map(OidcProfile::name)
                .toList();
        return new FoundRealm(realm, id, profiles, redirectUris);
    }

    /** A key that may read neither of the two settings that only a store has was hardly made in one. */
    private static @Nullable Failure failure(Probes probes) {
        Failure first = probes.failure();
        if (!probes.missing(Right.READ_CUSTOMER_AUTHENTICATION) || !probes.missing(Right.READ_MERCHANT_MAPPING)) {
            return first;
        }
        return new Failure(
                ErrorClass.PERMISSION,
                "NOT_A_STORE_KEY",
                "commerce",
                "The application key may read nothing of the store's sign-in settings. Most likely it was created in the"
                        + " organization: use one that a Seller Admin created inside the store.",
                "commerce-store-key",
                first == null ? null : first.requestId());
    }

    private static ConnectionReport report(
            Subject subject, Question question, Probes probes, Found found, @Nullable Failure failure, int calls) {
        Optional<CommerceRegion> region = CommerceRegion.ofHost(subject.host());
        return new ConnectionReport(
                failure == null,
                subject.host(),
                region.map(CommerceRegion::title).orElse(null),
                found.storeId(),
                found.prefix(),
                found.realms(),
                probes.checks(),
                region.flatMap(known -> far(known, subject.awsRegion())).stream()
                        .toList(),
                failure,
                question.elapsed().toMillis(),
                calls);
    }

    private static Optional<Warning> far(CommerceRegion region, @Nullable String awsRegion) {
        return Optional.ofNullable(awsRegion)
                .filter(region::isFarFrom)
                .map(aws -> new Warning(
                        "REGION_FAR",
                        "The store is in %s and the user pool would be in %s, on another continent: every sign-in goes there and back. Choose a nearer AWS region if you can."
                                .formatted(region.title(), aws)));
    }

    private record Found(@Nullable String storeId, @Nullable String prefix, List<FoundRealm> realms) {
        static final Found NOTHING = new Found(null, null, List.of());
    }
}
