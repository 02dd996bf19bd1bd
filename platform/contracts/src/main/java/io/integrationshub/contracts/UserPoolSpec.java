package io.integrationshub.contracts;

/**
 * Names of what is made in Cognito and Commerce.
 *
 * @param name of the user pool and of its app client; not unique at AWS
 * @param domainPrefix first label of the sign-in host, unique per AWS region over all accounts
 * @param oidcProfileName name of the OIDC profile in each enabled realm
 */
public record UserPoolSpec(String name, String domainPrefix, String oidcProfileName) {}
