package io.integrationshub.local.commerce;

/** What Commerce takes from a provider's OpenID configuration. */
record DiscoveryDocument(String issuer, String authorizationEndpoint) {}
