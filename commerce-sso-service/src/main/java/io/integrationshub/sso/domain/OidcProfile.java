package io.integrationshub.sso.domain;

/**
 * An OIDC profile as Commerce shows it; its client secret is never shown.
 *
 * @param callbackEndpoint where the identity provider sends the browser back to; null when Commerce did not say
 * @param authorizationEndpoint where a sign-in starts; null when Commerce did not say
 */
public record OidcProfile(
        String id,
        String name,
        String discoveryUrl,
        String clientId,
        String callbackEndpoint,
        String authorizationEndpoint) {

    /** True when both addresses are known. */
    public boolean hasEndpoints() {
        return callbackEndpoint != null && authorizationEndpoint != null;
    }
}
