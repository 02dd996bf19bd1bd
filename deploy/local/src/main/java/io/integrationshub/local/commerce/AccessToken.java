package io.integrationshub.local.commerce;

import java.time.Instant;

/** An issued bearer token, known by its digest only. */
record AccessToken(SecretDigest digest, Principal principal, Instant expiresAt) {}
