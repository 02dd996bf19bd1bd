package io.integrationshub.contracts;

/**
 * Whether people need a second factor, an authenticator app (TOTP: the only one that needs nothing else set up at AWS). The values
 * are those of Cognito's {@code MfaConfiguration}.
 */
public enum Mfa {
    OFF,
    OPTIONAL,
    ON
}
