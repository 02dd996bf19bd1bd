package io.integrationshub.config.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where people will sign in, worked out while a domain prefix is being typed. */
public final class SignInHost {
    private SignInHost() {}

    /** The host of Cognito's sign-in pages (Cognito developer guide, prefix domains); null when prefix or region is wrong. */
    public static @Nullable String of(@Nullable String prefix, @Nullable String region) {
        return UserPoolRules.domainPrefix(prefix) instanceof Field.Right<String>(String validPrefix)
                        && Regions.check(region) instanceof Field.Right<String>(String validRegion)
                ? validPrefix
                        + (validRegion.startsWith("us-gov-") ? ".auth-fips." : ".auth.")
                        + validRegion
                        + (validRegion.startsWith("eusc-") ? ".amazoncognito.eu" : ".amazoncognito.com")
                : null;
    }

    /** Why there is no host. */
    public static List<Violation> violations(@Nullable String prefix, @Nullable String region) {
        Findings findings = new Findings();
        findings.take("/domainPrefix", UserPoolRules.domainPrefix(prefix));
        findings.take("/region", Regions.check(region));
        return findings.outcome(() -> prefix) instanceof Checked.Invalid<String>(List<Violation> violations)
                ? violations
                : List.of();
    }
}
