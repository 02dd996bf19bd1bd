package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The legacy message members of a pool, which Cognito copies to and from VerificationMessageTemplate. */
final class VerificationMessages {
    private static final Map<String, String> TEMPLATE_MEMBERS = Map.of(
            "SmsVerificationMessage", "SmsMessage",
            "EmailVerificationMessage", "EmailMessage",
            "EmailVerificationSubject", "EmailSubject");

    private VerificationMessages() {}

    static void settle(ObjectNode document, ObjectNode input) {
        ObjectNode template = Json.object().put("DefaultEmailOption", "CONFIRM_WITH_CODE");
        TEMPLATE_MEMBERS.forEach((legacy, member) -> {
            if (input.has(legacy)) {
                template.set(member, input.get(legacy));
            }
        });
        if (input.has("VerificationMessageTemplate")) {
            template.setAll(
                    (ObjectNode) input.get("VerificationMessageTemplate").deepCopy());
        }
        document.set("VerificationMessageTemplate", template);
        TEMPLATE_MEMBERS.forEach((legacy, member) -> {
            document.remove(legacy);
            if (template.has(member)) {
                document.set(legacy, template.get(member));
            }
        });
    }
}
