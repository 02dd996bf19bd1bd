package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the feature plans LITE, ESSENTIALS and PLUS allow a pool to have. */
final class TierRules {
    private TierRules() {}

    static void check(ObjectNode pool) {
        String tier = Json.text(pool, "UserPoolTier");
        String security = Json.text(pool.path("UserPoolAddOns"), "AdvancedSecurityMode");
        if (!tier.equals("PLUS") && (security.equals("AUDIT") || security.equals("ENFORCED"))) {
            throw AwsError.notInTier("Threat protection", tier);
        }
        if (!tier.equals("LITE")) {
            return;
        }
        if (!List.of("PASSWORD")
                .containsAll(Json.texts(pool.path("Policies").path("SignInPolicy"), "AllowedFirstAuthFactors"))) {
            throw AwsError.notInTier("Choice-based sign-in", tier);
        }
        if (pool.path("Policies")
                        .path("PasswordPolicy")
                        .path("PasswordHistorySize")
                        .asInt()
                > 0) {
            throw AwsError.notInTier("Password history", tier);
        }
    }

    static boolean essentialsOrMore(String tier) {
        return !tier.equals("LITE");
    }
}
