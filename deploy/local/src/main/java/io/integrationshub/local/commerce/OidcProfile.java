package io.integrationshub.local.commerce;

import java.time.Instant;

/**
 * An OpenID Connect profile of a realm.
 *
 * @param clientSecret write-only; ask {@link SecretDigest#matches}
 * @param issuer as the discovery document names it
 */
public record OidcProfile(
        String id,
        String realmId,
        String name,
        String discoveryUrl,
        String clientId,
        SecretDigest clientSecret,
        String issuer,
        Instant createdAt,
        Instant updatedAt) {}
