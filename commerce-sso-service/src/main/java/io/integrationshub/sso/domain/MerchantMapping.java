package io.integrationshub.sso.domain;

/**
 * The store's merchant realm mapping: which realm staff of Commerce Manager sign in to.
 *
 * @param prefix what they type on the login page; null when unset
 * @param storeId the store that the key belongs to; null when Commerce did not say
 */
public record MerchantMapping(String id, String prefix, String realmId, String storeId) {}
