package io.integrationshub.provisioner.domain;

import java.util.List;
import java.util.Map;

/**
 * What Cognito means by a member that is absent. Written out or left out, it is the same, so a template that repeats defaults is no
 * reason for an update. Only defaults that are documented and not shown in every description are here.
 */
final class AwsDefaults {
    private static final Document POOL = new Document(Map.of(
            "DeletionProtection", "INACTIVE",
            "UserPoolTier", "ESSENTIALS",
            "LambdaConfig", Map.of(),
            "UserAttributeUpdateSettings", Map.of(),
            "EmailConfiguration", Map.of("EmailSendingAccount", "COGNITO_DEFAULT"),
            "AdminCreateUserConfig", Map.of("AllowAdminCreateUserOnly", false),
            "VerificationMessageTemplate", Map.of("DefaultEmailOption", "CONFIRM_WITH_CODE"),
            "KeyConfiguration", Map.of("KeyType", "AWS_OWNED_KEY"),
            "IssuerConfiguration", Map.of("Type", "ORIGINAL"),
            "Policies",
                    Map.of(
                            "PasswordPolicy",
                            Map.of("PasswordHistorySize", 0, "TemporaryPasswordValidityDays", 7),
                            "SignInPolicy",
                            Map.of("AllowedFirstAuthFactors", List.of("PASSWORD")))));

    private static final Document CLIENT = new Document(Map.of(
            "AllowedOAuthFlowsUserPoolClient",
            false,
            "AuthSessionValidity",
            3,
            "EnablePropagateAdditionalUserContextData",
            false,
            "ExplicitAuthFlows",
            List.of("ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH"),
            "PreventUserExistenceErrors",
            "LEGACY",
            "RefreshTokenRotation",
            Map.of("Feature", "DISABLED"),
            "TokenValidityUnits",
            Map.of("AccessToken", "hours", "IdToken", "hours", "RefreshToken", "days")));

    private AwsDefaults() {}

    /** Where two user pools really differ. */
    static List<String> differencesOfPools(Document one, Document other) {
        return Difference.paths(Overlay.merge(POOL, one), Overlay.merge(POOL, other));
    }

    /** Where two app clients really differ. */
    static List<String> differencesOfClients(Document one, Document other) {
        return Difference.paths(Overlay.merge(CLIENT, one), Overlay.merge(CLIENT, other));
    }
}
