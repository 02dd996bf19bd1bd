package io.integrationshub.local.commerce;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A direct look at what exists, for tests in the same JVM; sees what the API would show, and whose secret it is. */
public final class Stores {

    private final Records records;

    Stores(Records records) {
        this.records = records;
    }

    public List<Store> all() {
        return records.read(ledger -> List.copyOf(ledger.stores().values()));
    }

    /**
     * Adds a store with an application key.
     *
     * @throws IllegalArgumentException when the client id is taken
     */
    public Store add(String name, String clientId, String clientSecret) {
        return records.write(ledger -> {
            if (ledger.keys().containsKey(clientId)) {
                throw new IllegalArgumentException("client id " + clientId + " is taken");
            }
            var store = new Store(UUID.randomUUID().toString(), name);
            ledger.addStore(store, clientId, clientSecret);
            return store;
        });
    }

    /** The realm, if something has read it before: Commerce makes it then. */
    public Optional<Realm> realm(String storeId, RealmKind kind) {
        return records.read(ledger -> ledger.realms().values().stream()
                .filter(realm -> realm.storeId().equals(storeId) && realm.kind() == kind)
                .findFirst());
    }

    public List<OidcProfile> profiles(String realmId) {
        return records.read(ledger -> ledger.profiles().values().stream()
                .filter(profile -> profile.realmId().equals(realmId))
                .toList());
    }

    public Optional<MerchantRealmMapping> mapping(String storeId) {
        return records.read(ledger -> ledger.mappings().values().stream()
                .filter(mapping -> mapping.storeId().equals(storeId))
                .findFirst());
    }
}
