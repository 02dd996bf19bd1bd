package io.integrationshub.local.commerce;

import java.time.Instant;
import java.util.List;

/**
 * An authentication realm.
 *
 * @param originId id of the settings or mapping object the realm belongs to
 * @param redirectUris storefront addresses that may start a sign-in
 */
public record Realm(
        String id,
        String storeId,
        RealmKind kind,
        String name,
        List<String> redirectUris,
        String duplicateEmailPolicy,
        String originId,
        Instant createdAt,
        Instant updatedAt) {

    public Realm {
        redirectUris = List.copyOf(redirectUris);
    }

    Realm changed(String newName, List<String> newRedirectUris, String newPolicy, Instant now) {
        return new Realm(id, storeId, kind, newName, newRedirectUris, newPolicy, originId, createdAt, now);
    }
}
