package io.integrationshub.local.commerce;

import java.util.LinkedHashMap;
import java.util.Map;

/** All state, by id and in order of creation; only touched inside {@link Records}. */
record Ledger(
        Map<String, Store> stores,
        Map<String, ApplicationKey> keys,
        Map<String, AccessToken> tokens,
        Map<String, Realm> realms,
        Map<String, OidcProfile> profiles,
        Map<String, MerchantRealmMapping> mappings) {

    static Ledger seeded() {
        var ledger = new Ledger(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
        Seeds.plant(ledger);
        return ledger;
    }

    void addStore(Store store, String clientId, String clientSecret) {
        stores.put(store.id(), store);
        addKey(clientId, clientSecret, new Principal.OfStore(store.id()));
    }

    void addKey(String clientId, String clientSecret, Principal principal) {
        keys.put(clientId, new ApplicationKey(clientId, SecretDigest.of(clientSecret), principal));
    }
}
