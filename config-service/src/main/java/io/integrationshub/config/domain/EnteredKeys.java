package io.integrationshub.config.domain;

import io.integrationshub.contracts.TokenUrl;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keys that an admin tried with Connect, kept with the draft whatever came of it: a form that is shown again must not ask for a
 * secret twice. Once the page is saved they have no meaning of their own.
 *
 * @param commerce null when Connect was never chosen, or the page was saved with other values
 */
public record EnteredKeys(EnteredKeys.@Nullable Commerce commerce, EnteredKeys.@Nullable Aws aws) {

    /** Nothing was tried. */
    public static final EnteredKeys NONE = new EnteredKeys(null, null);

    /**
     * What came of trying.
     *
     * @param message what is in the way, for a person; null when nothing is
     */
    public record Tried(Instant at, boolean ok, @Nullable String message) {}

    /** @param tried null until there is an answer */
    public record Commerce(
            String clientId,
            StoredSecret clientSecret,
            String tokenUrl,
            @Nullable Tried tried) {

        /** Checks what was typed and seals the secret; one left empty is the stored one. */
        public static Checked<Commerce> check(
                EnteredConfiguration.Commerce entered,
                ConfigurationPage.Kept kept,
                Set<String> allowedOrigins,
                Sealing sealing) {
            Findings findings = new Findings();
            String clientId = findings.take("/clientId", CommerceRules.clientId(entered.clientId()));
            findings.take(
                    "/clientSecret", CommerceRules.clientSecretOrKept(entered.clientSecret(), kept.clientSecret()));
            String tokenUrl = findings.take("/tokenUrl", CommerceRules.tokenUrl(entered.tokenUrl(), allowedOrigins));
            return findings.outcome(() -> new Commerce(
                    clientId,
                    EnteredSecret.absent(entered.clientSecret())
                            ? kept.clientSecret()
                            : sealing.seal(Sealing.Kind.COMMERCE_CLIENT_SECRET, entered.clientSecret()),
                    tokenUrl,
                    null));
        }

        /** Scheme and host, as other services name it. */
        public String origin() {
            return TokenUrl.parse(tokenUrl) instanceof TokenUrl.Parsed url ? url.origin() : tokenUrl;
        }
    }

    /** @param tried null until there is an answer */
    public record Aws(
            String accessKeyId,
            StoredSecret secretAccessKey,
            String region,
            @Nullable Tried tried) {

        /** Checks what was typed and seals the secret; one left empty is the stored one. */
        public static Checked<Aws> check(
                EnteredConfiguration.Aws entered, ConfigurationPage.Kept kept, Sealing sealing) {
            Findings findings = new Findings();
            String accessKeyId = findings.take("/accessKeyId", AwsRules.accessKeyId(entered.accessKeyId()));
            findings.take(
                    "/secretAccessKey",
                    AwsRules.secretAccessKeyOrKept(entered.secretAccessKey(), kept.secretAccessKey()));
            String region = findings.take("/region", Regions.check(entered.region()));
            return findings.outcome(() -> new Aws(
                    accessKeyId,
                    EnteredSecret.absent(entered.secretAccessKey())
                            ? kept.secretAccessKey()
                            : sealing.seal(Sealing.Kind.AWS_SECRET_ACCESS_KEY, entered.secretAccessKey()),
                    region,
                    null));
        }
    }

    public EnteredKeys with(Commerce keys) {
        return new EnteredKeys(keys, aws);
    }

    public EnteredKeys with(Aws keys) {
        return new EnteredKeys(commerce, keys);
    }

    /** The same with the answer, unless other keys were entered meanwhile. */
    public EnteredKeys tried(Commerce keys, Tried answer) {
        return keys.equals(commerce)
                ? with(new Commerce(keys.clientId(), keys.clientSecret(), keys.tokenUrl(), answer))
                : this;
    }

    /** The same with the answer, unless other keys were entered meanwhile. */
    public EnteredKeys tried(Aws keys, Tried answer) {
        return keys.equals(aws)
                ? with(new Aws(keys.accessKeyId(), keys.secretAccessKey(), keys.region(), answer))
                : this;
    }

    /** What is still true after the page was saved: answers to exactly the keys that were saved. */
    EnteredKeys after(ConfigurationPage page) {
        boolean sameCommerce = commerce != null
                && commerce.clientId().equals(page.clientId())
                && commerce.clientSecret().equals(page.clientSecret())
                && commerce.tokenUrl().equals(page.tokenUrl());
        boolean sameAws = aws != null
                && aws.accessKeyId().equals(page.accessKeyId())
                && aws.secretAccessKey().equals(page.secretAccessKey())
                && aws.region().equals(page.region());
        return new EnteredKeys(sameCommerce ? commerce : null, sameAws ? aws : null);
    }
}
