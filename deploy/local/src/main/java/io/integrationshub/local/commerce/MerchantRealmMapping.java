package io.integrationshub.local.commerce;

/**
 * Leads from the prefix typed at Commerce Manager's login page to the store's Merchant realm.
 *
 * @param prefix null until one is set
 */
public record MerchantRealmMapping(String id, String storeId, String realmId, String prefix) {

    MerchantRealmMapping withPrefix(String newPrefix) {
        return new MerchantRealmMapping(id, storeId, realmId, newPrefix);
    }
}
