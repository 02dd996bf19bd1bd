package io.integrationshub.sso.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has to be done so that a realm has the wanted OIDC profile. */
public sealed interface ProfilePlan {
    /** Written, and never shown again. */
    String CLIENT_SECRET = "client_secret";

    /** Everything is as wanted. */
    record Keep(OwnProfile own) implements ProfilePlan {}

    /** There is none yet. */
    record Create(WantedProfile wanted) implements ProfilePlan {}

    /**
     * It differs.
     *
     * @param changes names of the members that differ, never their values
     */
    record Update(OwnProfile own, List<String> changes) implements ProfilePlan {}

    /** A create had no answer and its result may still show up in the list: look again, do not create. */
    record Settle(Instant until) implements ProfilePlan {}

    /** Several have the wanted name and nothing says which one is meant. */
    record Ambiguous(List<String> profileIds) implements ProfilePlan {}

    /**
     * Compares: the profile we remember comes first, then the one our unanswered create made, then one of the wanted name.
     *
     * @param found every profile of the realm
     * @param settle how long after an unanswered create its result may still be missing from the list
     */
    static ProfilePlan of(
            RealmRecord record, WantedProfile wanted, List<OidcProfile> found, Duration settle, Instant now) {
        Optional<OwnProfile> own = OwnProfile.among(found, record);
        if (own.isPresent()) {
            return compare(own.get(), wanted);
        }
        return OwnProfile.mayAppearUntil(record, settle)
                .filter(now::isBefore)
                .<ProfilePlan>map(Settle::new)
                .orElseGet(() -> byName(found, wanted));
    }

    /** The value of a member that Commerce shows. */
    static String member(String name, OidcProfile profile) {
        return member(name, new WantedProfile(profile.name(), profile.discoveryUrl(), profile.clientId(), ""));
    }

    /** The value that it should have. */
    static String member(String name, WantedProfile wanted) {
        return switch (name) {
            case "name" -> wanted.name();
            case "discovery_url" -> wanted.discoveryUrl();
            case "client_id" -> wanted.clientId();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static ProfilePlan byName(List<OidcProfile> found, WantedProfile wanted) {
        List<OidcProfile> named = found.stream()
                .filter(profile -> profile.name().equals(wanted.name()))
                .toList();
        if (named.isEmpty()) {
            return new Create(wanted);
        }
        List<OidcProfile> meant = named.size() == 1
                ? named
                : named.stream()
                        .filter(profile -> profile.clientId().equals(wanted.clientId()))
                        .filter(profile -> profile.discoveryUrl().equals(wanted.discoveryUrl()))
                        .toList();
        return meant.size() == 1
                ? compare(new OwnProfile(meant.getFirst(), false, null), wanted)
                : new Ambiguous(named.stream().map(OidcProfile::id).toList());
    }

    private static ProfilePlan compare(OwnProfile own, WantedProfile wanted) {
        List<String> changes = new ArrayList<>();
        for (String member : List.of("name", "discovery_url", "client_id")) {
            if (!member(member, wanted).equals(member(member, own.profile()))) {
                changes.add(member);
            }
        }
        if (!wanted.secretDigest().equals(own.secretDigest())) {
            changes.add(CLIENT_SECRET);
        }
        return changes.isEmpty() ? new Keep(own) : new Update(own, List.copyOf(changes));
    }
}
