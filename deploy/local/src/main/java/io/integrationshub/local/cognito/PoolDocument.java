package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * How CreateUserPool and UpdateUserPool turn a request into the pool's document.
 *
 * <p>The reset trap: a member that an update leaves out goes back to its default, except the few that were measured to
 * be kept on the real service (Policies, MfaConfiguration, UserAttributeUpdateSettings, SmsConfiguration, the name).
 * Where evidence is contested or only the documentation speaks (DeletionProtection, UserPoolTags, UserPoolTier), the
 * stand-in resets, because a caller that survives that survives the kinder behaviour as well.
 */
final class PoolDocument {
    private static final List<String> CREATE_ONLY =
            List.of("AliasAttributes", "UsernameAttributes", "UsernameConfiguration");
    private static final List<String> RESET_TO_ABSENT = List.of(
            "AutoVerifiedAttributes",
            "SmsAuthenticationMessage",
            "DeviceConfiguration",
            "UserPoolAddOns",
            "KeyConfiguration",
            "IssuerConfiguration");

    private PoolDocument() {}

    static ObjectNode created(ObjectNode input) {
        ObjectNode document = Json.object();
        CREATE_ONLY.stream()
                .filter(member -> !input.path(member).isMissingNode() && !isEmptyList(input.get(member)))
                .forEach(member -> document.set(member, input.get(member).deepCopy()));
        document.set("SchemaAttributes", SchemaAttributes.create(input.path("Schema")));
        ObjectNode policies = document.putObject("Policies");
        policies.set("PasswordPolicy", PasswordPolicy.byDefault());
        policies.putObject("SignInPolicy").putArray("AllowedFirstAuthFactors").add("PASSWORD");
        document.put("MfaConfiguration", "OFF");
        document.putObject("UserAttributeUpdateSettings").putArray("AttributesRequireVerificationBeforeUpdate");
        document.put("EstimatedNumberOfUsers", 0);
        return updated(document, input);
    }

    /** A changed copy of {@code current}. */
    static ObjectNode updated(ObjectNode current, ObjectNode input) {
        ObjectNode document = current.deepCopy();
        ObjectNode defaults = defaults();
        defaults.properties()
                .forEach(member ->
                        document.set(member.getKey(), withDefaults(input.get(member.getKey()), member.getValue())));
        RESET_TO_ABSENT.forEach(member -> {
            document.remove(member);
            if (input.has(member) && !isEmptyList(input.get(member))) {
                document.set(member, input.get(member).deepCopy());
            }
        });
        keepOrReplace(document, input);
        PasswordPolicy.settle(document, input);
        VerificationMessages.settle(document, input);
        return document;
    }

    private static void keepOrReplace(ObjectNode document, ObjectNode input) {
        if (input.has("PoolName")) {
            document.put("Name", Json.text(input, "PoolName"));
        }
        for (String member : List.of("MfaConfiguration", "UserAttributeUpdateSettings", "SmsConfiguration")) {
            if (input.has(member)) {
                document.set(member, input.get(member).deepCopy());
            }
        }
        input.path("Policies")
                .properties()
                .forEach(policy -> ((ObjectNode) document.get("Policies"))
                        .set(policy.getKey(), policy.getValue().deepCopy()));
    }

    private static ObjectNode defaults() {
        ObjectNode defaults =
                Json.object().put("DeletionProtection", "INACTIVE").put("UserPoolTier", "ESSENTIALS");
        defaults.putObject("LambdaConfig");
        defaults.putObject("UserPoolTags");
        defaults.putObject("EmailConfiguration").put("EmailSendingAccount", "COGNITO_DEFAULT");
        defaults.putObject("AdminCreateUserConfig").put("AllowAdminCreateUserOnly", false);
        var mechanisms = defaults.putObject("AccountRecoverySetting").putArray("RecoveryMechanisms");
        mechanisms.addObject().put("Priority", 1).put("Name", "verified_email");
        mechanisms.addObject().put("Priority", 2).put("Name", "verified_phone_number");
        return defaults;
    }

    private static JsonNode withDefaults(JsonNode given, JsonNode byDefault) {
        if (given == null) {
            return byDefault;
        }
        if (given instanceof ObjectNode object && byDefault instanceof ObjectNode) {
            ObjectNode merged = byDefault.deepCopy();
            merged.setAll(object.deepCopy());
            return merged;
        }
        return given.deepCopy();
    }

    private static boolean isEmptyList(JsonNode value) {
        return value.isArray() && value.isEmpty();
    }
}
