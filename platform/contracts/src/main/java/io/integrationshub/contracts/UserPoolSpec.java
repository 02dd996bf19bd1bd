package io.integrationshub.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Names of what is made in Cognito and Commerce, and how people sign in there.
 *
 * @param name of the user pool and of its app client; not unique at AWS
 * @param domainPrefix first label of the sign-in host, unique per AWS region over all accounts
 * @param oidcProfileName name of the OIDC profile in each enabled realm
 * @param existingPoolId a user pool that the admin asked to adopt instead of having one made, for example
 *     {@code eu-west-1_AbCdEfGhI}; null for one of the hub's own
 * @param replaceDomain the admin agreed that a different domain of the pool is deleted first; nobody can sign in meanwhile
 * @param mfa null leaves it as it is
 * @param hostedUi null leaves it as it is
 */
public record UserPoolSpec(
        String name,
        String domainPrefix,
        String oidcProfileName,
        @Nullable String existingPoolId,
        boolean replaceDomain,
        @Nullable Mfa mfa,
        @Nullable HostedUi hostedUi) {}
