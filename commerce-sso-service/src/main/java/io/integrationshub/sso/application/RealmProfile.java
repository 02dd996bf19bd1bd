package io.integrationshub.sso.application;

import io.integrationshub.contracts.Realm;
import io.integrationshub.contracts.Severity;
import io.integrationshub.contracts.UserPool;
import io.integrationshub.contracts.WiredRealm;
import io.integrationshub.runtime.secrets.OpenedSecret;
import io.integrationshub.runtime.secrets.SecretContext;
import io.integrationshub.runtime.steps.StepResult;
import io.integrationshub.sso.domain.Fingerprint;
import io.integrationshub.sso.domain.OidcProfile;
import io.integrationshub.sso.domain.OwnProfile;
import io.integrationshub.sso.domain.ProfilePlan;
import io.integrationshub.sso.domain.ProfileRemovalPlan;
import io.integrationshub.sso.domain.RealmRecord;
import io.integrationshub.sso.domain.WantedProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The step that gives a realm its OIDC profile, or takes ours away from a realm that is off. */
final class RealmProfile {
    static final int BUYER_ORDER = 120;
    static final int MERCHANT_ORDER = 150;

    private final Workplace place;
    private final CommerceStore store;
    private final Realm realm;
    private final String step;
    private final int order;
    private final Supplier<String> realmId;

    RealmProfile(Workplace place, CommerceStore store, Realm realm, String step, int order, Supplier<String> realmId) {
        this.place = place;
        this.store = store;
        this.realm = realm;
        this.step = step;
        this.order = order;
        this.realmId = realmId;
    }

    /** The wired realm; empty when it is off. */
    Optional<WiredRealm> converge() {
        RealmRecord known = place.record(realm);
        if (place.wants(realm)) {
            UserPool pool = place.wiring().userPool();
            String name = place.wiring().spec().userPool().oidcProfileName();
            Map<String, Object> input =
                    Map.of("profileName", name, "clientId", pool.clientId(), "discoveryUrl", pool.discoveryUrl());
            return Optional.of(place.trail().step(step, order, input, () -> wire(known, name, pool)));
        }
        if (known.profileId() == null && known.intent() == null) {
            place.trail().skip(step, order, place.reasonAgainst(realm));
        } else {
            place.trail().step(step, order, Map.of(), () -> unwire(known));
        }
        return Optional.empty();
    }

    private StepResult<WiredRealm> wire(RealmRecord known, String name, UserPool pool) {
        OpenedSecret secret = place.open(pool.clientSecret(), SecretContext.USER_POOL_CLIENT_SECRET);
        WantedProfile wanted = place.wiring()
                .profile(Fingerprint.ofProfileSecret(place.wiring().integrationId(), secret.reveal()));
        RealmRecord record = here(known);
        List<OidcProfile> found = SeenProfiles.of(store, record);
        ProfilePlan plan = ProfilePlan.of(
                record,
                wanted,
                found,
                place.config().createSettle(),
                place.clock().instant());
        requireFree(record, plan);
        return switch (plan) {
            case ProfilePlan.Keep keep -> {
                place.keep(record.holding(keep.own().profile().id(), keep.own().createdByUs(), wanted.secretDigest()));
                yield wired(record, keep.own().profile(), "kept", List.of());
            }
            case ProfilePlan.Create create -> {
                OidcProfile created = new ProfileCreation(place, store).create(record, wanted, secret);
                yield wired(record, created, "created", List.of());
            }
            case ProfilePlan.Update update -> {
                String id = update.own().profile().id();
                place.keep(record.updating(id, update.own().createdByUs()));
                OidcProfile updated = store.updateProfile(record.realmId(), id, wanted, secret);
                place.keep(record.holding(id, update.own().createdByUs(), wanted.secretDigest()));
                yield wired(record, updated, "updated", update.changes());
            }
            case ProfilePlan.Settle settle -> throw WiringProblem.unsettled(realm, name, settle.until());
            case ProfilePlan.Ambiguous ambiguous -> throw WiringProblem.ambiguous(realm, name, ambiguous);
        };
    }

    /** A profile is taken over by its name only when no other integration looks after it. */
    private void requireFree(RealmRecord record, ProfilePlan plan) {
        Optional<OwnProfile> own = switch (plan) {
            case ProfilePlan.Keep keep -> Optional.of(keep.own());
            case ProfilePlan.Update update -> Optional.of(update.own());
            case ProfilePlan.Create create -> Optional.empty();
            case ProfilePlan.Settle settle -> Optional.empty();
            case ProfilePlan.Ambiguous ambiguous -> Optional.empty();
        };
        own.map(OwnProfile::profile)
                .filter(profile -> !profile.id().equals(record.profileId()))
                .filter(profile -> place.wirings().heldByAnother(place.wiring().integrationId(), profile.id()))
                .ifPresent(profile -> {
                    throw WiringProblem.profileHeld(realm, profile.name());
                });
    }

    private StepResult<Void> unwire(RealmRecord known) {
        RealmRecord record = here(known);
        List<OidcProfile> found = SeenProfiles.of(store, record);
        ProfileRemovalPlan plan = ProfileRemovalPlan.of(
                record, found, place.config().createSettle(), place.clock().instant());
        String outcome = switch (plan) {
            case ProfileRemovalPlan.Delete delete -> {
                // Marks the row as ours to write, as every write at Commerce has to.
                place.keep(record.holding(delete.profile().id(), true, null));
                store.deleteProfile(record.realmId(), delete.profile().id());
                yield "deleted";
            }
            case ProfileRemovalPlan.Leave leave -> {
                place.trail()
                        .log(
                                Severity.WARN,
                                "The OIDC profile " + leave.profile().id()
                                        + " was there before this integration and stays");
                yield "left";
            }
            case ProfileRemovalPlan.Absent absent -> "absent";
            case ProfileRemovalPlan.Settle settle ->
                throw WiringProblem.unsettled(realm, known.intent().profile().name(), settle.until());
        };
        place.keep(record.withoutProfile());
        int writes = outcome.equals("deleted") ? 1 : 0;
        Map<String, Object> output =
                Map.of("realmId", record.realmId(), "outcome", outcome, "notOurs", notOurs(found, plan));
        return new StepResult<>(null, writes, output);
    }

    /** Names of the profiles that others made: they stay, whatever happens to ours. */
    private static List<String> notOurs(List<OidcProfile> found, ProfileRemovalPlan plan) {
        return Shown.few(found.stream()
                .filter(profile ->
                        !(plan instanceof ProfileRemovalPlan.Delete(OidcProfile ours) && ours.equals(profile)))
                .map(OidcProfile::name)
                .toList());
    }

    private RealmRecord here(RealmRecord known) {
        String id = realmId.get();
        if (known.realmId() != null && !known.realmId().equals(id)) {
            place.trail()
                    .log(
                            Severity.WARN,
                            "The keys now lead to another store; what was made in the previous one stays there");
        }
        return known.in(id);
    }

    private StepResult<WiredRealm> wired(RealmRecord record, OidcProfile seen, String outcome, List<String> changes) {
        OidcProfile profile = seen.hasEndpoints() ? seen : store.profile(record.realmId(), seen.id());
        if (!profile.hasEndpoints()) {
            throw WiringProblem.withoutEndpoints(realm);
        }
        WiredRealm wired = new WiredRealm(
                realm,
                record.realmId(),
                profile.id(),
                profile.name(),
                profile.callbackEndpoint(),
                profile.authorizationEndpoint());
        Map<String, Object> output = Map.of(
                "realmId", wired.realmId(),
                "profileId", wired.profileId(),
                "outcome", outcome,
                "changes", changes,
                "callbackEndpoint", wired.callbackEndpoint(),
                "authorizationEndpoint", wired.authorizationEndpoint());
        return new StepResult<>(wired, outcome.equals("kept") ? 0 : 1, output);
    }
}
