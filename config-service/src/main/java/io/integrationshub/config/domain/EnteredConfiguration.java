package io.integrationshub.config.domain;

import org.jspecify.annotations.Nullable;

/** The page "Configuration" as it was typed. */
public record EnteredConfiguration(
        @Nullable Commerce commerce,
        @Nullable Aws aws,
        @Nullable Names userPool) {

    /** A part that is missing altogether is a part in which every value is missing. */
    public EnteredConfiguration {
        commerce = commerce == null ? new Commerce(null, null, null) : commerce;
        aws = aws == null ? new Aws(null, null, null) : aws;
        userPool = userPool == null ? new Names(null, null, null) : userPool;
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

    /** Names of what is made. */
    public record Names(
            @Nullable String name,
            @Nullable String domainPrefix,
            @Nullable String oidcProfileName) {}
}
