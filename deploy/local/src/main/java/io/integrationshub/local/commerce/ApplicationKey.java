package io.integrationshub.local.commerce;

/** What {@code client_id} and {@code client_secret} of the token call name. */
record ApplicationKey(String clientId, SecretDigest secret, Principal principal) {}
