package io.integrationshub.sso.rest;

import io.integrationshub.contracts.CommerceAccess;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.TokenUrl;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Problems.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to plan.
 *
 * @param integrationId the integration, or the draft that is to become one
 * @param generation revision of the spec, told back in the plan
 * @param spec as config-service would publish it, with sealed secrets
 */
public record PlanInput(UUID integrationId, @Nullable Long generation, IntegrationSpec spec) {

    static PlanInput require(@Nullable PlanInput input) {
        Needs needs = new Needs();
        IntegrationSpec spec = input == null ? null : input.spec();
        needs.value("/integrationId", input == null ? null : input.integrationId());
        needs.value("/spec", spec);
        if (spec != null) {
            needs.value("/spec/userPool", spec.userPool());
            needs.value("/spec/buyer", spec.buyer());
            needs.value("/spec/merchant", spec.merchant());
            needs.value("/spec/commerce", spec.commerce());
            if (spec.userPool() != null) {
                needs.value("/spec/userPool/oidcProfileName", spec.userPool().oidcProfileName());
            }
            if (spec.commerce() != null) {
                needs.access(spec.commerce());
            }
        }
        needs.requireNone();
        return input;
    }

    private static final class Needs {
        private final List<FieldError> errors = new ArrayList<>();

        void value(String pointer, @Nullable Object value) {
            if (value == null || (value instanceof String text && text.isBlank())) {
                errors.add(new FieldError(pointer, "REQUIRED", "A value is needed here."));
            }
        }

        void access(CommerceAccess access) {
            value("/spec/commerce/clientId", access.clientId());
            value(
                    "/spec/commerce/clientSecret",
                    access.clientSecret() == null ? null : access.clientSecret().ciphertext());
            if (TokenUrl.parse(access.tokenUrl()) instanceof TokenUrl.Refused refused) {
                errors.add(new FieldError("/spec/commerce/tokenUrl", refused.code(), refused.detail()));
            }
        }

        void requireNone() {
            if (!errors.isEmpty()) {
                throw Problems.invalid(errors);
            }
        }
    }
}
