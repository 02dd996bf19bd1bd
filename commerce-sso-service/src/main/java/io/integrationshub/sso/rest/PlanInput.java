package io.integrationshub.sso.rest;

import io.integrationshub.contracts.CommerceAccess;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.TokenUrl;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Violations;
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
        Problems.required(input);
        IntegrationSpec spec = input.spec();
        Violations violations = new Violations()
                .missing("/integrationId", input.integrationId())
                .missing("/spec", spec);
        if (spec != null) {
            violations
                    .missing("/spec/userPool", spec.userPool())
                    .missing("/spec/buyer", spec.buyer())
                    .missing("/spec/merchant", spec.merchant())
                    .missing("/spec/commerce", spec.commerce());
            if (spec.userPool() != null) {
                violations.missing(
                        "/spec/userPool/oidcProfileName", spec.userPool().oidcProfileName());
            }
            if (spec.commerce() != null) {
                look(violations, spec.commerce());
            }
        }
        violations.refuse();
        return input;
    }

    private static void look(Violations violations, CommerceAccess access) {
        violations
                .missing("/spec/commerce/clientId", access.clientId())
                .missing("/spec/commerce/clientSecret", access.clientSecret());
        if (TokenUrl.parse(access.tokenUrl()) instanceof TokenUrl.Refused refused) {
            violations.wrong("/spec/commerce/tokenUrl", refused.code(), refused.detail());
        }
    }
}
