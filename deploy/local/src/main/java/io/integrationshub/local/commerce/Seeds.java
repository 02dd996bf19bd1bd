package io.integrationshub.local.commerce;

/** The stores and keys that are there from the start. */
public final class Seeds {

    public static final Store DEMO_STORE = new Store("5e1a3c70-9d42-4b8e-8f61-2c7d0a94b3e5", "store-demo");
    public static final String CLIENT_ID = "local-commerce-client-id";
    public static final String CLIENT_SECRET = "local-commerce-client-secret";

    public static final Store SECOND_STORE = new Store("b8d2f046-17ac-4e59-a3c0-6f95e1d8472b", "store-second");
    public static final String SECOND_CLIENT_ID = "local-commerce-second-client-id";
    public static final String SECOND_CLIENT_SECRET = "local-commerce-second-client-secret";

    /** A key created in an organization: a valid token, but in no store. */
    public static final String ORGANIZATION_CLIENT_ID = "local-commerce-organization-client-id";

    public static final String ORGANIZATION_CLIENT_SECRET = "local-commerce-organization-client-secret";
    private static final String ORGANIZATION_ID = "c4f7a19e-3b60-4d25-9e8b-71d05c2fa6b8";

    private Seeds() {}

    static void plant(Ledger ledger) {
        ledger.addStore(DEMO_STORE, CLIENT_ID, CLIENT_SECRET);
        ledger.addStore(SECOND_STORE, SECOND_CLIENT_ID, SECOND_CLIENT_SECRET);
        ledger.addKey(
                ORGANIZATION_CLIENT_ID, ORGANIZATION_CLIENT_SECRET, new Principal.OfOrganization(ORGANIZATION_ID));
    }
}
