package io.integrationshub.sso.domain;

/**
 * The OIDC profile that a realm should have.
 *
 * @param secretDigest stands for the client secret, see {@link Fingerprint}
 */
public record WantedProfile(String name, String discoveryUrl, String clientId, String secretDigest) {}
