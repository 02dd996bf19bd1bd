package io.integrationshub.sso.domain;

/** What an application key of the store must be able to do for wiring (Elastic Path: "Permissions", Seller Admin). */
public enum Right {
    SIGN_IN("access-token"),
    READ_CUSTOMER_AUTHENTICATION("customer-authentication-settings:read"),
    READ_BUYER_REALM("authentication-realms:read:buyer"),
    READ_BUYER_PROFILES("oidc-profiles:read:buyer"),
    READ_MERCHANT_MAPPING("merchant-realm-mappings:read"),
    READ_MERCHANT_REALM("authentication-realms:read:merchant"),
    READ_MERCHANT_PROFILES("oidc-profiles:read:merchant"),
    WRITE_REALMS("authentication-realms:write"),
    WRITE_MERCHANT_MAPPING("merchant-realm-mappings:write");

    private final String text;

    Right(String text) {
        this.text = text;
    }

    /** For people and programs. */
    public String text() {
        return text;
    }
}
