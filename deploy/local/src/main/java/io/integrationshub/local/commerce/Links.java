package io.integrationshub.local.commerce;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The addresses of objects. */
record Links(String base) {

    String realms() {
        return base + "/v2/authentication-realms";
    }

    String realm(String realmId) {
        return realms() + "/" + realmId;
    }

    String profiles(String realmId) {
        return realm(realmId) + "/oidc-profiles";
    }

    String authorizationEndpoint(Realm realm) {
        return base + "/oidc-idp/login" + path(realm);
    }

    /** Where the identity provider must send the browser back to. */
    String callbackEndpoint(Realm realm, String profileId) {
        return base + "/oidc-idp/callback" + path(realm) + "/oidc-profiles/" + profileId;
    }

    String issuer(Realm realm) {
        return base + "/oidc-idp" + path(realm);
    }

    String tokenEndpoint(Realm realm) {
        return base + "/oidc-idp/token" + path(realm);
    }

    String keys() {
        return base + "/oidc-idp/.well-known/jwks.json";
    }

    /** All four links of a profile. */
    ObjectNode of(Realm realm, OidcProfile profile) {
        return Json.object()
                .put("self", profiles(realm.id()) + "/" + profile.id())
                .put(
                        "authorization-endpoint",
                        authorizationEndpoint(realm) + "?" + BrowserEndpoints.PROFILE_ID + "=" + profile.id())
                .put("callback-endpoint", callbackEndpoint(realm, profile.id()))
                .put("client-discovery-url", issuer(realm) + "/.well-known/openid-configuration");
    }

    private static String path(Realm realm) {
        return "/stores/" + realm.storeId() + "/authentication-realms/" + realm.id();
    }
}
