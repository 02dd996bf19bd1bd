package io.integrationshub.sso.domain;

import io.integrationshub.contracts.Realm;

/** Names of what we look after at Commerce, as plans and drift tell them. */
public final class Resources {
    /** The store as a whole, when its key no longer opens it. */
    public static final String STORE = "commerce.Store";

    /** Its {@code prefix}. */
    public static final String MERCHANT_REALM_MAPPING = "commerce.MerchantRealmMapping";

    private Resources() {}

    /** The realm itself and its {@code redirect_uris}. */
    public static String realm(Realm realm) {
        return "commerce.AuthenticationRealm[" + realm + "]";
    }

    /** Our OIDC profile in a realm. */
    public static String profile(Realm realm) {
        return "commerce.OidcProfile[" + realm + "]";
    }
}
