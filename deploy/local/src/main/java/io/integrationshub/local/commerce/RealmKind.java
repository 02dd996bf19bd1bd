package io.integrationshub.local.commerce;

/** The three realms every store has; Commerce makes each on the first read of the object it hangs on. */
public enum RealmKind {
    BUYER("Buyer Organization", "customer-authentication-settings"),
    MERCHANT("Merchant Organization", "merchant-realm-mappings"),
    ACCOUNT("Account Management Realm", "account_authentication_settings");

    private final String defaultName;
    private final String originType;

    RealmKind(String defaultName, String originType) {
        this.defaultName = defaultName;
        this.originType = originType;
    }

    /** The name a new realm has; the store may change it. */
    public String defaultName() {
        return defaultName;
    }

    /** {@code relationships.origin.data.type}: what tells the realms apart. */
    public String originType() {
        return originType;
    }
}
