package io.integrationshub.config.domain;

import io.integrationshub.contracts.Mfa;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page "Configuration" as it was typed. */
public record EnteredConfiguration(
        @Nullable Commerce commerce,
        @Nullable Aws aws,
        @Nullable Pool userPool,
        @Nullable Drift drift,
        @Nullable Retry automaticRetry) {

    /** A part that is missing altogether is a part in which every value is missing. */
    public EnteredConfiguration {
        commerce = commerce == null ? new Commerce(null, null, null) : commerce;
        aws = aws == null ? new Aws(null, null, null) : aws;
        userPool = userPool == null ? new Pool(null, null, null, null, null, null, null) : userPool;
    }

    /** The application key of the store. */
    public record Commerce(
            @Nullable String clientId,
            @Nullable EnteredSecret clientSecret,
            @Nullable String tokenUrl) {}

    /** The access key of the AWS account, and where the pool is to live. */
    public record Aws(
            @Nullable String accessKeyId,
            @Nullable EnteredSecret secretAccessKey,
            @Nullable String region) {}

    /**
     * Names of what is made, and how people sign in there.
     *
     * @param existingPoolId a user pool to adopt; null or empty to have one made
     * @param replaceDomain the admin agrees that a different domain of the pool is deleted first; null for no
     * @param mfa null leaves it as it is
     * @param hostedUi null leaves it as it is
     */
    public record Pool(
            @Nullable String name,
            @Nullable String domainPrefix,
            @Nullable String oidcProfileName,
            @Nullable String existingPoolId,
            @Nullable Boolean replaceDomain,
            @Nullable Mfa mfa,
            @Nullable LookOfPages hostedUi) {}

    /**
     * How the sign-in page looks.
     *
     * @param css null or empty for Cognito's own
     * @param logo a PNG or JPEG in Base64; null keeps the stored one, empty takes it away
     * @param managedLogin managed login instead of the classic page; null for the classic one
     */
    public record LookOfPages(
            @Nullable String css,
            @Nullable String logo,
            @Nullable Managed managedLogin) {}

    /**
     * Managed login.
     *
     * @param settings its style, a JSON object; null for Cognito's own. Anything else is refused with a sentence
     */
    public record Managed(@Nullable Object settings) {}

    /**
     * What happens when reality no longer is what was applied.
     *
     * @param heal null for no
     * @param ignore resources, or members of them, whose drift is nobody's business
     */
    public record Drift(@Nullable Boolean heal, @Nullable List<@Nullable String> ignore) {}

    /** Whether failed executions are tried again by themselves: how often, and how many minutes between two of them. */
    public record Retry(
            @Nullable Integer attempts,
            @Nullable Integer minutes,
            @Nullable Boolean exponential) {}
}
