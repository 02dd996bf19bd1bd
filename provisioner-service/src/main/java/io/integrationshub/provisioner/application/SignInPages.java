package io.integrationshub.provisioner.application;

import io.integrationshub.provisioner.domain.PoolUrls;
import java.net.URI;

/** The sign-in pages of a user pool, as a browser and as Commerce meet them. */
public interface SignInPages {

    /**
     * Reads the OpenID configuration and checks that it is the pool's.
     *
     * @return the authorization endpoint
     * @throws io.integrationshub.provisioner.domain.ProvisioningException with what was seen instead
     */
    URI authorizationEndpoint(PoolUrls urls);

    /**
     * Begins a sign-in and follows it to the login page, on one host.
     *
     * @throws io.integrationshub.provisioner.domain.ProvisioningException with what was seen instead of a login page
     */
    void requireLoginPage(URI authorizationEndpoint, String clientId, String redirectUri);
}
