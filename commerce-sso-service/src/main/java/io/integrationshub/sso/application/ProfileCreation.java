package io.integrationshub.sso.application;

import io.integrationshub.contracts.Severity;
import io.integrationshub.runtime.secrets.OpenedSecret;
import io.integrationshub.sso.application.CommerceException.Outcome;
import io.integrationshub.sso.domain.CreateIntent;
import io.integrationshub.sso.domain.OidcProfile;
import io.integrationshub.sso.domain.OwnProfile;
import io.integrationshub.sso.domain.ProfilePlan;
import io.integrationshub.sso.domain.RealmRecord;
import io.integrationshub.sso.domain.WantedProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Creates an OIDC profile so that there is never a second one: the intent is written down first, and when no answer comes the list
 * says what became of it, now or in a later run.
 */
final class ProfileCreation {
    private final Workplace place;
    private final CommerceStore store;

    ProfileCreation(Workplace place, CommerceStore store) {
        this.place = place;
        this.store = store;
    }

    /**
     * Creates.
     *
     * @param record of a realm that was just seen to have no such profile
     * @throws WiringProblem when the outcome is not known yet
     */
    OidcProfile create(RealmRecord record, WantedProfile wanted, OpenedSecret secret) {
        RealmRecord creating =
                record.creating(new CreateIntent(wanted, place.clock().instant()));
        place.keep(creating);
        try {
            OidcProfile created = store.createProfile(record.realmId(), wanted, secret);
            place.keep(record.holding(created.id(), true, wanted.secretDigest()));
            return created;
        } catch (CommerceException e) {
            if (e.outcome() == Outcome.UNKNOWN) {
                RealmRecord unanswered = unanswered(creating);
                Instant until = unanswered.intent().at().plus(place.config().createSettle());
                return find(unanswered, wanted)
                        .orElseThrow(() -> WiringProblem.unsettled(record.realm(), wanted.name(), until));
            }
            // Refused although the list had none: an earlier create of ours may have shown up late.
            boolean exists = e.status() == 409 || e.status() == 422;
            Optional<OidcProfile> late = exists ? find(creating, wanted) : Optional.empty();
            return late.orElseThrow(() -> {
                place.keep(record.notCreated());
                return e;
            });
        }
    }

    private RealmRecord unanswered(RealmRecord creating) {
        Instant now = place.clock().instant();
        RealmRecord unanswered = creating.creating(creating.intent().unanswered(now));
        place.keep(unanswered);
        place.trail().log(Severity.WARN, "Commerce did not answer the creation of the profile; looking for it");
        return unanswered;
    }

    private Optional<OidcProfile> find(RealmRecord creating, WantedProfile wanted) {
        List<OidcProfile> found = store.profiles(creating.realmId());
        Instant now = place.clock().instant();
        return ProfilePlan.of(creating, wanted, found, Duration.ZERO, now) instanceof ProfilePlan.Keep(OwnProfile own)
                ? Optional.of(adopt(creating, own))
                : Optional.empty();
    }

    private OidcProfile adopt(RealmRecord creating, OwnProfile own) {
        place.keep(creating.holding(own.profile().id(), own.createdByUs(), own.secretDigest()));
        return own.profile();
    }
}
