package io.integrationshub.config.domain;

import io.integrationshub.contracts.MerchantOrganization;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page "Merchant Organization": the prefix that staff type into the login page of Commerce Manager. */
public final class MerchantPrefix {
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9]{2,24}");

    private MerchantPrefix() {}

    /** Checks what was typed. Switched off, the prefix may be missing, but one that is there must be right. */
    public static Checked<MerchantOrganization> check(
            @Nullable Boolean enabled, @Nullable String entered, @Nullable Boolean replacePrefix) {
        Findings findings = new Findings();
        if (enabled == null) {
            findings.take("/enabled", Field.missing("Say whether staff are to sign in this way: true or false."));
        }
        String prefix = Texts.stripped(entered);
        if (Boolean.TRUE.equals(enabled) && prefix.isEmpty()) {
            findings.take("/prefix", Field.missing("Enter the SSO Prefix that staff type to sign in."));
        } else if (!prefix.isEmpty() && !PREFIX.matcher(prefix).matches()) {
            findings.take(
                    "/prefix",
                    new Field.Wrong<>("MALFORMED", "An SSO Prefix has 2 to 24 letters and digits, nothing else."));
        }
        return findings.outcome(() -> new MerchantOrganization(
                enabled, prefix.isEmpty() ? null : prefix, Boolean.TRUE.equals(replacePrefix)));
    }
}
