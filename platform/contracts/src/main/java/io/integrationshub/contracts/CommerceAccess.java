package io.integrationshub.contracts;

/**
 * Keys of the Commerce store.
 *
 * @param clientSecret sealed to commerce-sso-service, field {@code commerce.clientSecret}
 * @param tokenUrl normalised, for example {@code https://euwest.api.elasticpath.com/oauth/access_token}
 */
public record CommerceAccess(String clientId, SealedSecret clientSecret, String tokenUrl) {}
