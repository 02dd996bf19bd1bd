package io.integrationshub.sso.application;

import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Plan.Change;
import io.integrationshub.contracts.Plan.Finding;
import io.integrationshub.contracts.Plan.Request;
import io.integrationshub.contracts.Plan.ResourceChange;
import io.integrationshub.contracts.Plan.Severity;
import io.integrationshub.contracts.Realm;
import io.integrationshub.sso.domain.MerchantMapping;
import io.integrationshub.sso.domain.OidcProfile;
import io.integrationshub.sso.domain.OwnProfile;
import io.integrationshub.sso.domain.PrefixPlan;
import io.integrationshub.sso.domain.ProfilePlan;
import io.integrationshub.sso.domain.ProfileRemovalPlan;
import io.integrationshub.sso.domain.RealmRecord;
import io.integrationshub.sso.domain.RealmSettings;
import io.integrationshub.sso.domain.RedirectUriPlan;
import io.integrationshub.sso.domain.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows what the steps would do with what was seen, from the same plans that they apply, and what other integrations hold. Asks Commerce nothing. */
final class ResourceChanges {
    private static final List<String> NO_OP = List.of("no-op");
    private static final List<String> CREATE = List.of("create");
    private static final List<String> UPDATE = List.of("update");
    private static final List<String> DELETE = List.of("delete");
    private static final String ONCE = "never-repeat";
    private static final String SAFE = "safe";
    private static final String REALMS = "/v2/authentication-realms/";

    private final UUID integrationId;
    private final Wirings wirings;
    private final IntegrationSpec spec;
    private final PlannedProfile wanted;
    private final Map<Realm, RealmRecord> records;
    private final Duration settle;
    private final Instant now;

    ResourceChanges(
            UUID integrationId,
            Wirings wirings,
            IntegrationSpec spec,
            PlannedProfile wanted,
            Map<Realm, RealmRecord> records,
            Duration settle,
            Instant now) {
        this.integrationId = integrationId;
        this.wirings = wirings;
        this.spec = spec;
        this.wanted = wanted;
        this.records = records;
        this.settle = settle;
        this.now = now;
    }

    /** In the order of the steps. */
    List<ResourceChange> of(SeenStore seen) {
        List<ResourceChange> changes = new ArrayList<>();
        if (seen.buyer() != null) {
            RealmSettings realm = seen.buyer().realm();
            RealmRecord record = records.get(Realm.BUYER).in(realm.id());
            boolean on = spec.buyer().enabled();
            changes.add(profile(record, on, seen.buyer().profiles(), RealmProfile.BUYER_ORDER));
            changes.add(redirectUris(record, on, realm));
        }
        if (seen.merchant() != null) {
            MerchantMapping mapping = seen.merchant().mapping();
            RealmRecord record = records.get(Realm.MERCHANT).in(mapping.realmId());
            boolean on = spec.merchant().enabled();
            if (on && spec.merchant().prefix() != null) {
                changes.add(prefix(mapping));
            }
            changes.add(profile(record, on, seen.merchant().profiles(), RealmProfile.MERCHANT_ORDER));
        }
        return List.copyOf(changes);
    }

    private ResourceChange profile(RealmRecord record, boolean on, List<OidcProfile> found, int order) {
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

    private ResourceChange redirectUris(RealmRecord record, boolean on, RealmSettings realm) {
        List<String> uris = on ? spec.buyer().callbackUrls() : List.of();
        RedirectUriPlan plan = RedirectUriPlan.of(
                realm.redirectUris(),
                record.addedRedirectUris(),
                uris,
                wirings.wantedByOthers(integrationId, realm.id()));
        List<Request> sent = plan.write()
                ? List.of(new Request(
                        BuyerRedirectUris.ORDER,
                        "PUT " + REALMS + realm.id(),
                        data("authentication-realm", Map.of("name", realm.name(), "redirect_uris", plan.result())),
                        SAFE))
                : List.of();
        return new ResourceChange(
                Resources.realm(record.realm()),
                "commerce.AuthenticationRealm",
                change(
                        plan.write() ? UPDATE : NO_OP,
                        uris(realm.redirectUris()),
                        uris(plan.result()),
                        Map.of(),
                        Map.of()),
                sent,
                List.of());
    }

    private ResourceChange prefix(MerchantMapping mapping) {
        String prefix = spec.merchant().prefix();
        PrefixPlan plan =
                PrefixPlan.of(mapping.prefix(), prefix, spec.merchant().replacePrefix());
        List<Finding> findings = switch (plan) {
            case PrefixPlan.Keep keep -> List.of();
            case PrefixPlan.Set set -> List.of();
            case PrefixPlan.Replace(String from, String to) ->
                List.of(Finding.of(
                        "PREFIX_REPLACED",
                        Severity.WARNING,
                        "Staff who type the SSO prefix '%s' today have to type '%s' from then on.".formatted(from, to),
                        List.of("prefix")));
            case PrefixPlan.Differs differs ->
                List.of(error(WiringProblem.prefixDiffers(differs).failure()));
        };
        boolean write = plan instanceof PrefixPlan.Set || plan instanceof PrefixPlan.Replace;
        List<Request> sent = write
                ? List.of(new Request(
                        MerchantPrefix.ORDER,
                        "PUT /v2/merchant-realm-mappings/" + mapping.id(),
                        data("merchant-realm-mappings", Map.of("prefix", prefix)),
                        SAFE))
                : List.of();
        Map<String, Object> before = new LinkedHashMap<>();
        before.put("prefix", mapping.prefix());
        Change change = change(
                plan instanceof PrefixPlan.Keep ? NO_OP : UPDATE, before, Map.of("prefix", prefix), Map.of(), Map.of());
        return new ResourceChange(
                Resources.MERCHANT_REALM_MAPPING, Resources.MERCHANT_REALM_MAPPING, change, sent, findings);
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

    private static Change change(
            List<String> actions,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after,
            Map<String, Object> unknown,
            Map<String, Object> sensitive) {
        return new Change(
                actions,
                before,
                after,
                unknown,
                before == null ? Map.of() : sensitive,
                after == null ? Map.of() : sensitive);
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

    private static Map<String, Object> data(String type, Map<String, Object> members) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("type", type);
        data.putAll(members);
        return Map.of("data", data);
    }

    private static Map<String, Object> shown(OidcProfile profile) {
        return PlannedProfile.members(profile.name(), profile.discoveryUrl(), profile.clientId());
    }

    /** Sorted, as their order means nothing and must not make another plan. */
    private static Map<String, Object> uris(List<String> uris) {
        return Map.of("redirect_uris", uris.stream().sorted().toList());
    }

    private static Finding error(Failure failure) {
        return Finding.of(failure.code(), Severity.ERROR, failure.message(), List.of());
    }

    private static Finding warning(Failure failure) {
        return Finding.of(failure.code(), Severity.WARNING, failure.message(), List.of());
    }
}
