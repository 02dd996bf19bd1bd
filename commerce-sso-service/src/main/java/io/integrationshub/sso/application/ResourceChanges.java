package io.integrationshub.sso.application;

import static io.integrationshub.sso.application.PlanParts.NO_OP;
import static io.integrationshub.sso.application.PlanParts.REALMS;
import static io.integrationshub.sso.application.PlanParts.SAFE;
import static io.integrationshub.sso.application.PlanParts.UPDATE;
import static io.integrationshub.sso.application.PlanParts.change;
import static io.integrationshub.sso.application.PlanParts.data;
import static io.integrationshub.sso.application.PlanParts.error;

import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Plan.Change;
import io.integrationshub.contracts.Plan.Finding;
import io.integrationshub.contracts.Plan.Request;
import io.integrationshub.contracts.Plan.ResourceChange;
import io.integrationshub.contracts.Plan.Severity;
import io.integrationshub.contracts.Realm;
import io.integrationshub.sso.domain.MerchantMapping;
import io.integrationshub.sso.domain.PrefixPlan;
import io.integrationshub.sso.domain.RealmRecord;
import io.integrationshub.sso.domain.RealmSettings;
import io.integrationshub.sso.domain.RedirectUriPlan;
import io.integrationshub.sso.domain.Resources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows what the steps would do with what was seen, from the same plans that they apply, and what other integrations hold. Asks Commerce nothing. */
final class ResourceChanges {
    private final UUID integrationId;
    private final Wirings wirings;
    private final IntegrationSpec spec;
    private final Map<Realm, RealmRecord> records;
    private final ProfileChanges profiles;

    ResourceChanges(
            UUID integrationId,
            Wirings wirings,
            IntegrationSpec spec,
            Map<Realm, RealmRecord> records,
            ProfileChanges profiles) {
        this.integrationId = integrationId;
        this.wirings = wirings;
        this.spec = spec;
        this.records = records;
        this.profiles = profiles;
    }

    /** In the order of the steps. */
    List<ResourceChange> of(SeenStore seen) {
        List<ResourceChange> changes = new ArrayList<>();
        if (seen.buyer() != null) {
            RealmSettings realm = seen.buyer().realm();
            RealmRecord record = records.get(Realm.BUYER).in(realm.id());
            boolean on = spec.buyer().enabled();
            changes.add(profiles.of(record, on, seen.buyer().profiles(), RealmProfile.BUYER_ORDER));
            changes.add(redirectUris(record, on, realm));
        }
        if (seen.merchant() != null) {
            MerchantMapping mapping = seen.merchant().mapping();
            RealmRecord record = records.get(Realm.MERCHANT).in(mapping.realmId());
            boolean on = spec.merchant().enabled();
            if (on && spec.merchant().prefix() != null) {
                changes.add(prefix(mapping));
            }
            changes.add(profiles.of(record, on, seen.merchant().profiles(), RealmProfile.MERCHANT_ORDER));
        }
        return List.copyOf(changes);
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

    /** Sorted, as their order means nothing and must not make another plan. */
    private static Map<String, Object> uris(List<String> uris) {
        return Map.of("redirect_uris", uris.stream().sorted().toList());
    }
}
