package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** When multi-factor authentication can be turned on, and by which request. */
final class MfaRules {
    private static final String OFF = "OFF";

    private MfaRules() {}

    /** A new pool can only express SMS as a factor. */
    static void checkCreate(ObjectNode pool) {
        if (!mode(pool).equals(OFF)
                && !(pool.has("SmsConfiguration")
                        && Json.texts(pool, "AutoVerifiedAttributes").contains("phone_number"))) {
            throw smsRequired();
        }
    }

    static void checkUpdate(ObjectNode before, ObjectNode after, ObjectNode input) {
        if (mode(after).equals(OFF)) {
            return;
        }
        checkFirstFactors(after);
        if (!input.has("MfaConfiguration")) {
            return;
        }
        if (mode(after).equals("ON") && !mode(before).equals("ON")) {
            throw AwsError.invalidParameter("Cannot turn MFA functionality ON, once the user pool has been created.");
        }
        if (!after.has("SmsConfiguration")) {
            throw smsRequired();
        }
    }

    /** SetUserPoolMfaConfig: {@code input} replaces everything. */
    static void checkSet(ObjectNode pool, ObjectNode input) {
        boolean sms = input.has("SmsMfaConfiguration");
        boolean software =
                input.path("SoftwareTokenMfaConfiguration").path("Enabled").asBoolean();
        boolean email = input.has("EmailMfaConfiguration");
        boolean anyBlock = sms || input.has("SoftwareTokenMfaConfiguration") || email;
        if (mode(input).equals(OFF)) {
            if (anyBlock) {
                throw AwsError.invalidParameter(
                        "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.");
            }
            return;
        }
        if (!anyBlock) {
            throw AwsError.invalidParameter(
                    "Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA" + " must be enabled.");
        }
        if (!sms && !software && !email) {
            throw AwsError.invalidParameter("Invalid MFA configuration given, can't disable all MFAs with a required or"
                    + " optional configuration.");
        }
        checkSms(pool, input);
        checkEmail(pool, input);
        checkFirstFactors(pool);
    }

    private static void checkSms(ObjectNode pool, ObjectNode input) {
        if (!input.has("SmsMfaConfiguration") && pool.has("SmsConfiguration")) {
            throw AwsError.invalidParameter("Can't turn off SMS_MFA when SMS configuration is set for the user pool");
        }
        if (input.has("SmsMfaConfiguration")
                && !input.get("SmsMfaConfiguration").has("SmsConfiguration")
                && !pool.has("SmsConfiguration")) {
            throw smsRequired();
        }
    }

    private static void checkEmail(ObjectNode pool, ObjectNode input) {
        if (!input.has("EmailMfaConfiguration")) {
            return;
        }
        String tier = Json.text(pool, "UserPoolTier");
        if (!TierRules.essentialsOrMore(tier)) {
            throw AwsError.notInTier("Email MFA", tier);
        }
        if (!Json.text(pool.path("EmailConfiguration"), "EmailSendingAccount").equals("DEVELOPER")) {
            throw AwsError.invalidParameter("Cannot set EmailMfaConfiguration when user pool EmailConfiguration"
                    + " contains an EmailSendingAccount of COGNITO_DEFAULT");
        }
    }

    private static void checkFirstFactors(ObjectNode pool) {
        if (!List.of("PASSWORD", "WEB_AUTHN")
                .containsAll(Json.texts(pool.path("Policies").path("SignInPolicy"), "AllowedFirstAuthFactors"))) {
            throw AwsError.invalidParameter("Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth"
                    + " factor if MFA is enabled");
        }
    }

    private static String mode(ObjectNode document) {
        return document.path("MfaConfiguration").asText(OFF);
    }

    private static AwsError smsRequired() {
        return AwsError.invalidParameter("SMS configuration and Auto verification for phone_number are required when"
                + " MFA is required/optional");
    }
}
