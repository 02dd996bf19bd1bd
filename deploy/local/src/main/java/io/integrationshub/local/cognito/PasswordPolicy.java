package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The password policy, whose temporary password days DescribeUserPool repeats as UnusedAccountValidityDays. */
final class PasswordPolicy {
    private static final int DEFAULT_DAYS = 7;
    private static final List<String> CLASSES =
            List.of("RequireUppercase", "RequireLowercase", "RequireNumbers", "RequireSymbols");

    private PasswordPolicy() {}

    static ObjectNode byDefault() {
        ObjectNode policy = Json.object().put("MinimumLength", 8);
        CLASSES.forEach(name -> policy.put(name, true));
        return policy.put("TemporaryPasswordValidityDays", DEFAULT_DAYS);
    }

    /** Completes a partly given policy: character classes that are left out are not required. */
    static void settle(ObjectNode document, ObjectNode input) {
        ObjectNode policy = (ObjectNode) document.get("Policies").get("PasswordPolicy");
        if (!policy.has("MinimumLength")) {
            policy.put("MinimumLength", 8);
        }
        CLASSES.stream().filter(name -> !policy.has(name)).forEach(name -> policy.put(name, false));
        int unused = input.path("AdminCreateUserConfig")
                .path("UnusedAccountValidityDays")
                .asInt(0);
        if (unused > 0) {
            policy.put("TemporaryPasswordValidityDays", unused);
        } else if (policy.path("TemporaryPasswordValidityDays").asInt(0) == 0) {
            policy.put("TemporaryPasswordValidityDays", DEFAULT_DAYS);
        }
        ((ObjectNode) document.get("AdminCreateUserConfig"))
                .set("UnusedAccountValidityDays", policy.get("TemporaryPasswordValidityDays"));
    }
}
