package io.integrationshub.runtime.secrets;

/** The services that can open secrets. */
public enum Recipient {
    PROVISIONER,
    COMMERCE_SSO
}
