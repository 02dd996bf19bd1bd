package io.integrationshub.sso.application;

import static io.integrationshub.sso.application.PlanParts.CREATE;
import static io.integrationshub.sso.application.PlanParts.DELETE;
import static io.integrationshub.sso.application.PlanParts.NO_OP;
import static io.integrationshub.sso.application.PlanParts.ONCE;
import static io.integrationshub.sso.application.PlanParts.REALMS;
import static io.integrationshub.sso.application.PlanParts.SAFE;
import static io.integrationshub.sso.application.PlanParts.UPDATE;
import static io.integrationshub.sso.application.PlanParts.change;
import static io.integrationshub.sso.application.PlanParts.data;
import static io.integrationshub.sso.application.PlanParts.error;
import static io.integrationshub.sso.application.PlanParts.warning;

import io.integrationshub.contracts.Plan.Finding;
import io.integrationshub.contracts.Plan.Request;
import io.integrationshub.contracts.Plan.ResourceChange;
import io.integrationshub.contracts.Plan.Severity;
import io.integrationshub.sso.domain.OidcProfile;
import io.integrationshub.sso.domain.OwnProfile;
import io.integrationshub.sso.domain.ProfilePlan;
import io.integrationshub.sso.domain.ProfileRemovalPlan;
import io.integrationshub.sso.domain.RealmRecord;
import io.integrationshub.sso.domain.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows what the profile steps would do, from the same plans that they apply. Asks Commerce nothing. */
final class ProfileChanges {
    private final UUID integrationId;
    private final Wirings wirings;
    private final PlannedProfile wanted;
    private final Duration settle;
    private final Instant now;

    ProfileChanges(UUID integrationId, Wirings wirings, PlannedProfile wanted, Duration settle, Instant now) {
        this.integrationId = integrationId;
        this.wirings = wirings;
        this.wanted = wanted;
        this.settle = settle;
        this.now = now;
    }

    /**
     * What happens to the profile of one realm.
     *
     * @param on the realm is to have one
     * @param found all profiles of the realm
     * @param order of the step
     */
    ResourceChange of(RealmRecord record, boolean on, List<OidcProfile> found, int order) {
        return on ? wantedProfile(record, found, order) : unwantedProfile(record, found, order);
    }

    private ResourceChange wantedProfile(RealmRecord record, List<OidcProfile> found, int order) {
        String path = REALMS + record.realmId() + "/oidc-profiles";
        return switch (ProfilePlan.of(record, wanted.wanted(), found, settle, now)) {
            case ProfilePlan.Keep keep ->
                profile(record, NO_OP, shown(keep.own().profile()), wanted.members(), List.of(), List.of());
            case ProfilePlan.Create create ->
                profile(
                        record,
                        CREATE,
                        null,
                        wanted.members(),
                        List.of(new Request(order, "POST " + path, body(), ONCE)),
                        List.of());
            case ProfilePlan.Update update -> {
                OidcProfile present = update.own().profile();
                if (takesOver(record, update.own()) && wirings.heldByAnother(integrationId, present.id())) {
                    yield profile(
                            record,
                            UPDATE,
                            shown(present),
                            wanted.members(),
                            List.of(),
                            List.of(error(WiringProblem.profileHeld(record.realm(), present.name())
                                    .failure())));
                }
                Request put = new Request(order, "PUT " + path + "/" + present.id(), body(), SAFE);
                yield profile(
                        record,
                        UPDATE,
                        shown(present),
                        wanted.members(),
                        List.of(put),
                        takenOver(record, update.own()));
            }
            case ProfilePlan.Settle unsettled ->
                profile(
                        record,
                        CREATE,
                        null,
                        wanted.members(),
                        List.of(),
                        List.of(warning(WiringProblem.unsettled(
                                        record.realm(), wanted.wanted().name(), unsettled.until())
                                .failure())));
            case ProfilePlan.Ambiguous ambiguous ->
                profile(
                        record,
                        UPDATE,
                        null,
                        wanted.members(),
                        List.of(),
                        List.of(error(WiringProblem.ambiguous(
                                        record.realm(), wanted.wanted().name(), ambiguous)
                                .failure())));
        };
    }

    private ResourceChange unwantedProfile(RealmRecord record, List<OidcProfile> found, int order) {
        return switch (ProfileRemovalPlan.of(record, found, settle, now)) {
            case ProfileRemovalPlan.Delete(OidcProfile present) ->
                profile(
                        record,
                        DELETE,
                        shown(present),
                        null,
                        List.of(new Request(
                                order,
                                "DELETE " + REALMS + record.realmId() + "/oidc-profiles/" + present.id(),
                                Map.of(),
                                SAFE)),
                        List.of());
            case ProfileRemovalPlan.Leave(OidcProfile present) ->
                profile(
                        record,
                        NO_OP,
                        shown(present),
                        shown(present),
                        List.of(),
                        List.of(Finding.of(
                                "PROFILE_STAYS",
                                Severity.INFO,
                                "The OIDC profile '%s' was there before this integration and stays in the %s realm."
                                        .formatted(present.name(), record.realm()),
                                List.of())));
            case ProfileRemovalPlan.Absent absent -> profile(record, NO_OP, null, null, List.of(), List.of());
            case ProfileRemovalPlan.Settle unsettled ->
                profile(
                        record,
                        DELETE,
                        null,
                        null,
                        List.of(),
                        List.of(warning(WiringProblem.unsettled(
                                        record.realm(), wanted.wanted().name(), unsettled.until())
                                .failure())));
        };
    }

    private ResourceChange profile(
            RealmRecord record,
            List<String> actions,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after,
            List<Request> sent,
            List<Finding> findings) {
        Map<String, Object> unknown = new LinkedHashMap<>(after == null ? Map.of() : wanted.unknown());
        if (actions.equals(CREATE)) {
            unknown.put("id", true);
            unknown.put("callback-endpoint", true);
        }
        return new ResourceChange(
                Resources.profile(record.realm()),
                "commerce.OidcProfile",
                change(actions, before, after, unknown, Map.of("client_secret", true)),
                sent,
                findings);
    }

    private static boolean takesOver(RealmRecord record, OwnProfile own) {
        return !own.createdByUs() && !own.profile().id().equals(record.profileId());
    }

    private static List<Finding> takenOver(RealmRecord record, OwnProfile own) {
        return !takesOver(record, own)
                ? List.of()
                : List.of(Finding.of(
                        "PROFILE_TAKEN_OVER",
                        Severity.WARNING,
                        "The %s realm already has an OIDC profile '%s' that this integration did not make. It is taken over: whoever uses it signs in at the user pool of this integration from then on. Choose another OIDC Profile Name to leave it alone."
                                .formatted(record.realm(), own.profile().name()),
                        List.of("name")));
    }

    private Map<String, Object> body() {
        return data("oidc-profile", wanted.members());
    }

    private static Map<String, Object> shown(OidcProfile profile) {
        return PlannedProfile.members(profile.name(), profile.discoveryUrl(), profile.clientId());
    }
}
