package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rules between members of a pool, checked on the document a request would lead to. */
final class PoolRules {
    private PoolRules() {}

    static void check(ObjectNode pool, ObjectNode input) {
        checkAttributes(pool);
        checkTemporaryPasswords(input);
        checkLambdas(pool.path("LambdaConfig"));
        checkEmail(pool.path("EmailConfiguration"));
        checkSms(pool);
        checkInvitation(pool.path("AdminCreateUserConfig").path("InviteMessageTemplate"));
        checkRecovery(pool.path("AccountRecoverySetting").path("RecoveryMechanisms"));
        TierRules.check(pool);
        Tags.check(pool.path("UserPoolTags"), "UserPoolTaggingException");
    }

    private static void checkAttributes(ObjectNode pool) {
        if (pool.has("AliasAttributes") && pool.has("UsernameAttributes")) {
            throw AwsError.invalidParameter(
                    "Only one of the aliasAttributes or usernameAttributes can be set in a user pool.");
        }
        List<String> verified = Json.texts(pool, "AutoVerifiedAttributes");
        if (!verified.containsAll(
                Json.texts(pool.path("UserAttributeUpdateSettings"), "AttributesRequireVerificationBeforeUpdate"))) {
            throw AwsError.invalidParameter("All attributes in AttributesRequireVerificationBeforeUpdate must exist in"
                    + " AutoVerifiedAttributes");
        }
    }

    private static void checkTemporaryPasswords(ObjectNode input) {
        if (input.path("AdminCreateUserConfig").has("UnusedAccountValidityDays")
                && input.path("Policies").path("PasswordPolicy").has("TemporaryPasswordValidityDays")) {
            throw AwsError.invalidParameter("Please use TemporaryPasswordValidityDays in PasswordPolicy instead of"
                    + " UnusedAccountValidityDays");
        }
    }

    private static void checkLambdas(JsonNode lambdas) {
        if ((lambdas.has("CustomEmailSender") || lambdas.has("CustomSMSSender")) && !lambdas.has("KMSKeyID")) {
            throw AwsError.invalidParameter("KMSKeyID is required for CustomEmailSender and CustomSMSSender.");
        }
        if (lambdas.has("PreTokenGeneration")
                && lambdas.has("PreTokenGenerationConfig")
                && !Json.text(lambdas, "PreTokenGeneration")
                        .equals(Json.text(lambdas.get("PreTokenGenerationConfig"), "LambdaArn"))) {
            throw AwsError.invalidParameter(
                    "PreTokenGeneration and the LambdaArn of PreTokenGenerationConfig must be the same.");
        }
    }

    private static void checkEmail(JsonNode email) {
        boolean developer = Json.text(email, "EmailSendingAccount").equals("DEVELOPER");
        if (!developer && Stream.of("From", "SourceArn", "ConfigurationSet").anyMatch(email::has)) {
            throw AwsError.invalidParameter(
                    "From, SourceArn and ConfigurationSet can be set only if EmailSendingAccount is DEVELOPER.");
        }
        if (developer && !email.has("SourceArn")) {
            throw AwsError.invalidParameter("SourceArn is required if EmailSendingAccount is DEVELOPER.");
        }
    }

    private static void checkSms(ObjectNode pool) {
        if (pool.has("SmsConfiguration")
                && Json.text(pool.get("SmsConfiguration"), "SnsCallerArn").isEmpty()
                && !pool.get("SmsConfiguration").has("EumsSms")) {
            throw AwsError.invalidParameter("SnsCallerArn is required in SmsConfiguration.");
        }
    }

    private static void checkInvitation(JsonNode invitation) {
        for (String member : List.of("EmailMessage", "SMSMessage")) {
            String message = Json.text(invitation, member);
            if (!message.isEmpty() && !(message.contains("{username}") && message.contains("{####}"))) {
                throw AwsError.invalidParameter(
                        member + " of InviteMessageTemplate must contain {username} and {####}.");
            }
        }
    }

    private static void checkRecovery(JsonNode mechanisms) {
        List<String> names = StreamSupport.stream(mechanisms.spliterator(), false)
                .map(mechanism -> Json.text(mechanism, "Name"))
                .toList();
        if (names.contains("admin_only") && names.size() > 1) {
            throw AwsError.invalidParameter("Invalid Account Recovery Setting parameter: Account Recovery Setting"
                    + " cannot use admin_only setting with any other recovery mechanisms.");
        }
        long priorities = StreamSupport.stream(mechanisms.spliterator(), false)
                .map(mechanism -> mechanism.path("Priority").asInt())
                .distinct()
                .count();
        if (Set.copyOf(names).size() < names.size() || priorities < names.size()) {
            throw AwsError.invalidParameter("Invalid Account Recovery Setting parameter: names and priorities of the"
                    + " recovery mechanisms must be unique.");
        }
    }
}
