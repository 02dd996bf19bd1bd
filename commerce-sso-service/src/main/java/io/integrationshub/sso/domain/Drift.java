package io.integrationshub.sso.domain;

import io.integrationshub.contracts.DriftKind;
import io.integrationshub.contracts.Realm;
import java.util.ArrayList;
import java.util.List;

/**
 * What the plan of a run would put right, told instead of done: drift is a plan that is not empty. What others made in a realm is
 * none of our business and never drift.
 */
public final class Drift {
    private static final String REDIRECT_URIS = "redirect_uris";
    private static final String PREFIX = "prefix";

    private Drift() {}

    /** The realm has another id than the one we worked in, so that whatever we made is not where sign-in looks for it. */
    public static List<Difference> ofRealm(RealmRecord record, String observedRealmId) {
        return record.realmId() == null || record.realmId().equals(observedRealmId)
                ? List.of()
                : List.of(Difference.changed(Resources.realm(record.realm()), "id", record.realmId(), observedRealmId));
    }

    /** The client secret is left out: Commerce never shows it, so nobody can tell whether it was changed. */
    public static List<Difference> ofProfile(RealmRecord record, WantedProfile wanted, ProfilePlan plan) {
        String resource = Resources.profile(record.realm());
        return switch (plan) {
            case ProfilePlan.Keep keep -> List.of();
            case ProfilePlan.Update(OwnProfile own, List<String> changes)
            when own.profile().id().equals(record.profileId()) ->
                changes.stream()
                        .filter(member -> !member.equals(ProfilePlan.CLIENT_SECRET))
                        .map(member -> Difference.changed(
                                resource,
                                member,
                                ProfilePlan.member(member, wanted),
                                ProfilePlan.member(member, own.profile())))
                        .toList();
            case ProfilePlan.Update takeOver -> List.of(Difference.missing(resource, record.profileId()));
            case ProfilePlan.Create create -> List.of(Difference.missing(resource, record.profileId()));
            case ProfilePlan.Ambiguous ambiguous -> List.of(Difference.missing(resource, record.profileId()));
            case ProfilePlan.Settle settle -> List.of();
        };
    }

    /** Told apart: storefront URLs that are gone, and ours that are no longer wanted. */
    public static List<Difference> ofRedirectUris(List<String> existing, RedirectUriPlan plan) {
        List<Difference> differences = new ArrayList<>();
        if (!plan.adds(existing).isEmpty()) {
            differences.add(redirectUris(DriftKind.MISSING, plan.adds(existing), null));
        }
        if (!plan.removes(existing).isEmpty()) {
            differences.add(redirectUris(DriftKind.EXTRA, null, plan.removes(existing)));
        }
        return List.copyOf(differences);
    }

    /** An unset prefix is missing. */
    public static List<Difference> ofPrefix(PrefixPlan plan) {
        String resource = Resources.MERCHANT_REALM_MAPPING;
        return switch (plan) {
            case PrefixPlan.Keep keep -> List.of();
            case PrefixPlan.Set set -> List.of(new Difference(resource, PREFIX, DriftKind.MISSING, set.prefix(), null));
            case PrefixPlan.Replace(String from, String to) -> List.of(Difference.changed(resource, PREFIX, to, from));
            case PrefixPlan.Differs(String present, String wanted) ->
                List.of(Difference.changed(resource, PREFIX, wanted, present));
        };
    }

    private static Difference redirectUris(DriftKind kind, Object expected, Object found) {
        return new Difference(Resources.realm(Realm.BUYER), REDIRECT_URIS, kind, expected, found);
    }
}
