package io.integrationshub.sso.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The profile of a realm that we are responsible for.
 *
 * @param createdByUs false when it was there and we took it over
 * @param secretDigest of the secret it was last given, null when not known
 */
public record OwnProfile(OidcProfile profile, boolean createdByUs, String secretDigest) {

    /** The profile we remember, else the one that our unanswered create made. */
    static Optional<OwnProfile> among(List<OidcProfile> found, RealmRecord record) {
        Optional<OwnProfile> known = found.stream()
                .filter(profile -> profile.id().equals(record.profileId()))
                .map(profile -> new OwnProfile(profile, record.createdByUs(), record.secretDigest()))
                .findFirst();
        if (known.isPresent() || record.intent() == null) {
            return known;
        }
        return found.stream()
                .filter(record.intent()::made)
                .map(profile ->
                        new OwnProfile(profile, true, record.intent().profile().secretDigest()))
                .findFirst();
    }

    /** Until when a create that had no answer may still show up in the list; empty when there is none. */
    static Optional<Instant> mayAppearUntil(RealmRecord record, Duration settle) {
        return Optional.ofNullable(record.intent()).map(intent -> intent.at().plus(settle));
    }
}
