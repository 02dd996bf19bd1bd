package io.integrationshub.local.commerce;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The realms and mappings of the stores, made on the first read as Commerce does. */
final class Realms {

    private static final String NOT_FOUND = "Resource not found";

    private final Records records;
    private final Clock clock;

    Realms(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** The store the caller is in; an organization's key is in none. */
    static String storeOf(Call call) {
        return switch (call.principal()) {
            case Principal.OfStore store -> store.storeId();
            case Principal.OfOrganization organization -> throw Refusal.forbidden();
            case Principal.Nobody nobody -> throw Refusal.unauthorized();
        };
    }

    /** The realm the settings of a store hang on. */
    Realm ofSettings(String storeId, RealmKind kind) {
        var existing = records.read(ledger -> find(ledger, storeId, kind));
        return existing.orElseGet(() -> records.write(
                ledger -> find(ledger, storeId, kind).orElseGet(() -> create(ledger, storeId, kind, storeId))));
    }

    MerchantRealmMapping mappingOf(String storeId) {
        var existing = records.read(ledger -> findMapping(ledger, storeId));
        return existing.orElseGet(() ->
                records.write(ledger -> findMapping(ledger, storeId).orElseGet(() -> createMapping(ledger, storeId))));
    }

    List<Realm> of(String storeId) {
        return records.read(ledger -> ledger.realms().values().stream()
                .filter(realm -> realm.storeId().equals(storeId))
                .toList());
    }

    /** The realm the path names, if it is the caller's; another store's is not found. */
    Realm named(Call call) {
        return records.read(ledger -> Optional.ofNullable(ledger.realms().get(call.variable("realmId"))))
                .filter(realm -> realm.storeId().equals(call.principal().scopeId()))
                .orElseThrow(() -> Refusal.notFound(NOT_FOUND));
    }

    /** The realm of an {@code /oidc-idp} path, for anybody. */
    Optional<Realm> atBrowserPath(Call call) {
        return records.read(ledger -> Optional.ofNullable(ledger.realms().get(call.variable("realmId"))))
                .filter(realm -> realm.storeId().equals(call.variable("storeId")));
    }

    private Realm create(Ledger ledger, String storeId, RealmKind kind, String originId) {
        var now = clock.instant();
        var id = UUID.randomUUID().toString();
        var realm = new Realm(id, storeId, kind, kind.defaultName(), List.of(), "allowed", originId, now, now);
        ledger.realms().put(id, realm);
        return realm;
    }

    private MerchantRealmMapping createMapping(Ledger ledger, String storeId) {
        var id = UUID.randomUUID().toString();
        var realm = create(ledger, storeId, RealmKind.MERCHANT, id);
        var mapping = new MerchantRealmMapping(id, storeId, realm.id(), null);
        ledger.mappings().put(id, mapping);
        return mapping;
    }

    private static Optional<Realm> find(Ledger ledger, String storeId, RealmKind kind) {
        return ledger.realms().values().stream()
                .filter(realm -> realm.storeId().equals(storeId) && realm.kind() == kind)
                .findFirst();
    }

    private static Optional<MerchantRealmMapping> findMapping(Ledger ledger, String storeId) {
        return ledger.mappings().values().stream()
                .filter(mapping -> mapping.storeId().equals(storeId))
                .findFirst();
    }
}
