package io.integrationshub.sso.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What has to be done so that a realm has no OIDC profile of ours. */
public sealed interface ProfileRemovalPlan {

    /** We made it. */
    record Delete(OidcProfile profile) implements ProfileRemovalPlan {}

    /** It was there before us, so it stays. */
    record Leave(OidcProfile profile) implements ProfileRemovalPlan {}

    /** There is none. */
    record Absent() implements ProfileRemovalPlan {}

    /** A create had no answer and its result may still show up in the list: look again. */
    record Settle(Instant until) implements ProfileRemovalPlan {}

    /** Looks for ours among all profiles of the realm; see {@link ProfilePlan#of}. */
    static ProfileRemovalPlan of(RealmRecord record, List<OidcProfile> found, Duration settle, Instant now) {
        return OwnProfile.among(found, record)
                .<ProfileRemovalPlan>map(
                        own -> own.createdByUs() ? new Delete(own.profile()) : new Leave(own.profile()))
                .or(() -> OwnProfile.mayAppearUntil(record, settle)
                        .filter(now::isBefore)
                        .map(Settle::new))
                .orElseGet(Absent::new);
    }
}
