package io.integrationshub.config.domain;

import io.integrationshub.contracts.Templates;
import org.jspecify.annotations.Nullable;

/** The page "Templates". Whether a template renders to a valid request is the provisioner's business; here it has to be storable. */
public final class TemplateTexts {
    private static final int MAX_BYTES = 32 * 1024;

    private TemplateTexts() {}

    /** Checks what was typed; null means the default. */
    public static Checked<Templates> check(Templates entered) {
        Findings findings = new Findings();
        one(findings, "/createUserPool", entered.createUserPool());
        one(findings, "/updateUserPool", entered.updateUserPool());
        one(findings, "/createUserPoolClient", entered.createUserPoolClient());
        one(findings, "/updateUserPoolClient", entered.updateUserPoolClient());
        return findings.outcome(() -> entered);
    }

    private static void one(Findings findings, String pointer, @Nullable String template) {
        if (template == null) {
            return;
        }
        if (template.isBlank()) {
            findings.take(
                    pointer, new Field.Wrong<>("BLANK", "A template is not empty. Leave it out to use the default."));
        } else if (Texts.bytes(template) > MAX_BYTES) {
            findings.take(pointer, new Field.Wrong<>("TOO_LONG", "A template has at most 32 KB."));
        } else if (!Texts.isMultiLine(template)) {
            findings.take(
                    pointer,
                    new Field.Wrong<>("MALFORMED", "A template has no control characters but line breaks and tabs."));
        }
    }
}
