package io.integrationshub.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Request templates in Liquid, rendered by provisioner-service to the JSON bodies of the four Cognito operations they are named
 * after. Null means: the default of the definition version.
 */
public record Templates(
        @Nullable String createUserPool,
        @Nullable String updateUserPool,
        @Nullable String createUserPoolClient,
        @Nullable String updateUserPoolClient) {

    /** All four left at their defaults. */
    public static final Templates DEFAULTS = new Templates(null, null, null, null);
}
