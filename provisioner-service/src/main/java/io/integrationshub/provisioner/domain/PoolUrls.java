package io.integrationshub.provisioner.domain;

/**
 * Where the world finds a pool.
 *
 * @param issuer of its ID tokens
 */
public record PoolUrls(String issuer) {

    /** The OpenID configuration that Commerce reads. */
    public String discoveryUrl() {
        return issuer + "/.well-known/openid-configuration";
    }
}
