package io.integrationshub.sso.application;

import io.integrationshub.sso.domain.OidcProfile;
import io.integrationshub.sso.domain.RealmRecord;
import java.util.ArrayList;
import java.util.List;

/** The OIDC profiles of a realm. Commerce's lists may lag behind its writes, so ours is asked for by its id before it counts as gone. */
final class SeenProfiles {
    private static final int NOT_FOUND = 404;

    private SeenProfiles() {}

    static List<OidcProfile> of(CommerceStore store, RealmRecord record) {
        List<OidcProfile> listed = store.profiles(record.realmId());
        boolean complete = record.profileId() == null
                || listed.stream().anyMatch(profile -> profile.id().equals(record.profileId()));
        return complete ? listed : withOurs(store, record, listed);
    }

    private static List<OidcProfile> withOurs(CommerceStore store, RealmRecord record, List<OidcProfile> listed) {
        try {
            List<OidcProfile> all = new ArrayList<>(listed);
            all.add(store.profile(record.realmId(), record.profileId()));
            return List.copyOf(all);
        } catch (CommerceException e) {
            if (e.status() == NOT_FOUND) {
                return listed;
            }
            throw e;
        }
    }
}
