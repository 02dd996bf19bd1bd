package io.integrationshub.config.domain;

import io.integrationshub.contracts.AutomaticRetry;
import io.integrationshub.contracts.AwsAccess;
import io.integrationshub.contracts.CommerceAccess;
import io.integrationshub.contracts.DriftPolicy;
import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.UserPoolSpec;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page "Configuration" in a state that may be stored: every value valid, every secret sealed. Null policies are those of {@link IntegrationSpec}. */
public record ConfigurationPage(
        String clientId,
        StoredSecret clientSecret,
        String tokenUrl,
        String accessKeyId,
        StoredSecret secretAccessKey,
        String region,
        UserPoolSpec userPool,
        @Nullable DriftPolicy drift,
        @Nullable AutomaticRetry automaticRetry) {

    /**
     * Checks what was typed and seals what is secret.
     *
     * @param kept what is stored, so that a secret left empty is kept
     * @param sealing asked only when the whole page is valid
     */
    public static Checked<ConfigurationPage> check(
            EnteredConfiguration entered, Kept kept, Set<String> allowedOrigins, Sealing sealing) {
        Findings findings = new Findings();
        EnteredConfiguration.Commerce commerce = entered.commerce();
        String clientId = findings.take("/commerce/clientId", CommerceRules.clientId(commerce.clientId()));
        findings.take(
                "/commerce/clientSecret",
                CommerceRules.clientSecretOrKept(commerce.clientSecret(), kept.clientSecret()));
        String tokenUrl =
                findings.take("/commerce/tokenUrl", CommerceRules.tokenUrl(commerce.tokenUrl(), allowedOrigins));
        EnteredConfiguration.Aws aws = entered.aws();
        String accessKeyId = findings.take("/aws/accessKeyId", AwsRules.accessKeyId(aws.accessKeyId()));
        findings.take(
                "/aws/secretAccessKey", AwsRules.secretAccessKeyOrKept(aws.secretAccessKey(), kept.secretAccessKey()));
        String region = findings.take("/aws/region", Regions.check(aws.region()));
        EnteredConfiguration.Pool names = entered.userPool();
        String name = findings.take("/userPool/name", UserPoolRules.name(names.name()));
        String domain = findings.take("/userPool/domainPrefix", UserPoolRules.domainPrefix(names.domainPrefix()));
        String profile =
                findings.take("/userPool/oidcProfileName", UserPoolRules.oidcProfileName(names.oidcProfileName()));
        String poolId =
                findings.take("/userPool/existingPoolId", UserPoolRules.existingPoolId(names.existingPoolId(), region));
        HostedUi hostedUi = HostedUiRules.check(names.hostedUi(), kept.hostedUi(), findings);
        DriftPolicy drift = PolicyRules.drift(entered.drift(), findings);
        AutomaticRetry automaticRetry = PolicyRules.retry(entered.automaticRetry(), findings);
        return findings.outcome(() -> new ConfigurationPage(
                clientId,
                EnteredSecret.absent(commerce.clientSecret())
                        ? kept.clientSecret()
                        : sealing.seal(Sealing.Kind.COMMERCE_CLIENT_SECRET, commerce.clientSecret()),
                tokenUrl,
                accessKeyId,
                EnteredSecret.absent(aws.secretAccessKey())
                        ? kept.secretAccessKey()
                        : sealing.seal(Sealing.Kind.AWS_SECRET_ACCESS_KEY, aws.secretAccessKey()),
                region,
                new UserPoolSpec(
                        name,
                        domain,
                        profile,
                        poolId.isEmpty() ? null : poolId,
                        Boolean.TRUE.equals(names.replaceDomain()),
                        names.mfa(),
                        hostedUi),
                drift,
                automaticRetry));
    }

    /** What may be stored, but is worth a second look. */
    public List<Violation> warnings() {
        return Regions.KNOWN.contains(region)
                ? List.of()
                : List.of(new Violation(
                        "/aws/region",
                        "UNKNOWN_REGION",
                        "This hub does not know this AWS Region. If it is a new one, go on; else check the spelling."));
    }

    /** The same with the keys of another page: ids and secrets, which only work together. */
    ConfigurationPage withKeysOf(ConfigurationPage other) {
        return new ConfigurationPage(
                other.clientId(),
                other.clientSecret(),
                tokenUrl,
                other.accessKeyId(),
                other.secretAccessKey(),
                region,
                userPool,
                drift,
                automaticRetry);
    }

    CommerceAccess commerce() {
        return new CommerceAccess(clientId, clientSecret.sealed(), tokenUrl);
    }

    AwsAccess aws() {
        return new AwsAccess(accessKeyId, secretAccessKey.sealed(), region);
    }

    /** What stays when it is left out of the page: things that are never sent back to be typed or chosen again. */
    public record Kept(
            @Nullable StoredSecret clientSecret,
            @Nullable StoredSecret secretAccessKey,
            @Nullable HostedUi hostedUi) {

        /** Of a page; nothing when it was never saved. */
        public static Kept of(@Nullable ConfigurationPage page) {
            return page == null
                    ? new Kept(null, null, null)
                    : new Kept(
                            page.clientSecret(),
                            page.secretAccessKey(),
                            page.userPool().hostedUi());
        }
    }
}
