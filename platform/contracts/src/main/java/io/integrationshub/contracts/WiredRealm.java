package io.integrationshub.contracts;

/**
 * An OIDC profile in a realm of the store.
 *
 * @param realmId id of the authentication realm
 * @param profileId id of the OIDC profile
 * @param callbackEndpoint where Cognito sends the browser back to; must be among the app client's callback URLs
 * @param authorizationEndpoint where a sign-in starts
 */
public record WiredRealm(
        Realm realm,
        String realmId,
        String profileId,
        String profileName,
        String callbackEndpoint,
        String authorizationEndpoint) {}
