package io.integrationshub.provisioner.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an admin would have lost if a template were sent as it stands, which is how the documentation sends it: Cognito sets whatever an
 * update leaves out back to its default. What AWS was seen to keep is not among it: policies, settings of attribute updates, SMS.
 */
public final class ResetByOmission {
    private static final List<String> KEPT =
            List.of("UserPoolId", "PoolName", "Policies", "UserAttributeUpdateSettings", "SmsConfiguration");
    private static final List<String> KEPT_OF_CLIENT = List.of("UserPoolId", "ClientId", "ClientName");

    private static final Document POOL_DEFAULTS = new Document(Map.of(
            "DeletionProtection",
            "INACTIVE",
            "UserPoolTier",
            "ESSENTIALS",
            "LambdaConfig",
            Map.of(),
            "UserPoolTags",
            Map.of(),
            "VerificationMessageTemplate",
            Map.of("DefaultEmailOption", "CONFIRM_WITH_CODE"),
            "EmailConfiguration",
            Map.of("EmailSendingAccount", "COGNITO_DEFAULT"),
            "AdminCreateUserConfig",
            Map.of("AllowAdminCreateUserOnly", false),
            "AccountRecoverySetting",
            Map.of(
                    "RecoveryMechanisms",
                    List.of(
                            Map.of("Priority", 1, "Name", "verified_email"),
                            Map.of("Priority", 2, "Name", "verified_phone_number")))));

    private static final Document CLIENT_DEFAULTS = new Document(Map.of(
            "RefreshTokenValidity",
            30,
            "TokenValidityUnits",
            Map.of(),
            "AllowedOAuthFlowsUserPoolClient",
            false,
            "EnableTokenRevocation",
            true,
            "EnablePropagateAdditionalUserContextData",
            false,
            "AuthSessionValidity",
            3));

    private ResetByOmission() {}

    /**
     * Paths of the members of a user pool.
     *
     * @param current as {@link UserPoolUpdate#current} shows it
     * @param template rendered, without create-only members
     * @param complete the body that is sent instead
     */
    public static List<String> ofPool(Document current, Document template, Document complete) {
        Document kept = current.only(KEPT);
        return lost(current, Overlay.merge(merged(POOL_DEFAULTS, kept), template), complete);
    }

    /** The same of an app client, whose current body {@link AppClientUpdate#current} shows. */
    public static List<String> ofClient(Document current, Document template, Document complete) {
        Document kept = current.only(KEPT_OF_CLIENT);
        return lost(current, Overlay.merge(merged(CLIENT_DEFAULTS, kept), template), complete);
    }

    /** It is lost when the template alone would have changed it, and the complete body does not. */
    private static List<String> lost(Document current, Document alone, Document complete) {
        List<String> paths = new ArrayList<>(Difference.paths(alone, current));
        paths.retainAll(Difference.paths(alone, complete));
        return List.copyOf(paths);
    }

    private static Document merged(Document defaults, Document kept) {
        Map<String, Object> members = new LinkedHashMap<>(defaults.members());
        members.putAll(kept.members());
        return new Document(members);
    }
}
