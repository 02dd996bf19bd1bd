package io.integrationshub.sso.application;

import io.integrationshub.contracts.MerchantOrganization;
import io.integrationshub.contracts.Realm;
import io.integrationshub.runtime.steps.StepResult;
import io.integrationshub.sso.domain.MerchantMapping;
import io.integrationshub.sso.domain.PrefixPlan;
import java.util.Map;

/** The step that gives the store the prefix its staff type on the login page of Commerce Manager. */
final class MerchantPrefix {
    private static final String STEP = "Merchant Organization: Prefix";
    static final int ORDER = 140;

    private final Workplace place;
    private final CommerceStore store;

    MerchantPrefix(Workplace place, CommerceStore store) {
        this.place = place;
        this.store = store;
    }

    void converge() {
        if (!place.wants(Realm.MERCHANT)) {
            // Commerce has no way to unset a prefix, so there is nothing to take back.
            place.trail().skip(STEP, ORDER, place.reasonAgainst(Realm.MERCHANT));
            return;
        }
        MerchantOrganization wanted = place.wiring().spec().merchant();
        if (wanted.prefix() == null) {
            place.trail().skip(STEP, ORDER, "The integration names no prefix");
            return;
        }
        place.trail().step(STEP, ORDER, Map.of("prefix", wanted.prefix()), () -> apply(wanted));
    }

    private StepResult<Void> apply(MerchantOrganization wanted) {
        MerchantMapping mapping = store.merchantMapping();
        PrefixPlan plan = PrefixPlan.of(mapping.prefix(), wanted.prefix(), wanted.replacePrefix());
        return switch (plan) {
            case PrefixPlan.Keep keep -> StepResult.read(null, output(mapping, wanted.prefix(), "kept"));
            case PrefixPlan.Set set -> write(mapping, set.prefix(), "set");
            case PrefixPlan.Replace replace -> write(mapping, replace.to(), "replaced");
            case PrefixPlan.Differs differs -> throw WiringProblem.prefixDiffers(differs);
        };
    }

    private StepResult<Void> write(MerchantMapping mapping, String prefix, String outcome) {
        place.fence().write(() -> {});
        try {
            store.putPrefix(mapping.id(), prefix);
        } catch (CommerceException e) {
            throw e.status() == 409 && !e.failure().errorClass().passesByItself()
                    ? WiringProblem.prefixTaken(prefix)
                    : e;
        }
        return new StepResult<>(null, 1, output(mapping, prefix, outcome));
    }

    private static Map<String, Object> output(MerchantMapping mapping, String prefix, String outcome) {
        return Map.of("mappingId", mapping.id(), "prefix", prefix, "outcome", outcome);
    }
}
