package io.integrationshub.sso.domain;

import io.integrationshub.contracts.Realm;
import java.util.List;

/**
 * What we know of our own doings in a realm, over all executions.
 *
 * @param realmId id of the authentication realm, null before the first visit
 * @param profileId id of our OIDC profile, null when there is none
 * @param createdByUs true when we made that profile, false when it was there and we took it over
 * @param secretDigest digest of the client secret that the profile was last given, null when not known
 * @param intent a create whose outcome is not known yet, or null
 * @param addedRedirectUris redirect URIs that were not there before we added them
 */
public record RealmRecord(
        Realm realm,
        String realmId,
        String profileId,
        boolean createdByUs,
        String secretDigest,
        CreateIntent intent,
        List<String> addedRedirectUris) {
    public RealmRecord {
        addedRedirectUris = List.copyOf(addedRedirectUris);
    }

    /** A realm we never touched. */
    public static RealmRecord untouched(Realm realm) {
        return new RealmRecord(realm, null, null, false, null, null, List.of());
    }

    /** True when we may have left something in the realm. */
    public boolean holdsSomething() {
        return profileId != null || intent != null || !addedRedirectUris.isEmpty();
    }

    /** The same record if it is about this realm; else we start anew, as the keys now belong to another store. */
    public RealmRecord in(String observedRealmId) {
        return realmId == null || realmId.equals(observedRealmId)
                ? new RealmRecord(
                        realm, observedRealmId, profileId, createdByUs, secretDigest, intent, addedRedirectUris)
                : new RealmRecord(realm, observedRealmId, null, false, null, null, List.of());
    }

    /** Before a create is sent. */
    public RealmRecord creating(CreateIntent next) {
        return new RealmRecord(realm, realmId, null, false, null, next, addedRedirectUris);
    }

    /** After a create was refused: nothing was made. */
    public RealmRecord notCreated() {
        return new RealmRecord(realm, realmId, profileId, createdByUs, secretDigest, null, addedRedirectUris);
    }

    /** Before an update is sent: until it is answered nobody knows which secret the profile has. */
    public RealmRecord updating(String profile, boolean ours) {
        return new RealmRecord(realm, realmId, profile, ours, null, null, addedRedirectUris);
    }

    /** The profile is as wanted. */
    public RealmRecord holding(String profile, boolean ours, String digest) {
        return new RealmRecord(realm, realmId, profile, ours, digest, null, addedRedirectUris);
    }

    /** There is no profile that concerns us. */
    public RealmRecord withoutProfile() {
        return new RealmRecord(realm, realmId, null, false, null, null, addedRedirectUris);
    }

    /** With these redirect URIs on our account. */
    public RealmRecord withRedirectUris(List<String> added) {
        return new RealmRecord(realm, realmId, profileId, createdByUs, secretDigest, intent, added);
    }
}
