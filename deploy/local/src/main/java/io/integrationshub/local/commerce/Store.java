package io.integrationshub.local.commerce;

/**
 * A store.
 *
 * @param id the UUID that stands in every {@code /oidc-idp} address of the store
 */
public record Store(String id, String name) {}
