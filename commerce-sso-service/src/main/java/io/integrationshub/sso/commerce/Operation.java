package io.integrationshub.sso.commerce;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What a request does, without ids, so that there are only as many time series as rows here. */
enum Operation {
    TOKEN("token", "POST /oauth/access_token"),
    SETTINGS_READ("settings-read", "GET /v2/settings/customer-authentication"),
    MAPPING_READ("mapping-read", "GET /v2/merchant-realm-mappings"),
    MAPPING_UPDATE("mapping-update", "PUT /v2/merchant-realm-mappings/[^/]+"),
    REALM_READ("realm-read", "GET /v2/authentication-realms/[^/]+"),
    REALM_UPDATE("realm-update", "PUT /v2/authentication-realms/[^/]+"),
    PROFILES_LIST("profiles-list", "GET /v2/authentication-realms/[^/]+/oidc-profiles"),
    PROFILE_READ("profile-read", "GET /v2/authentication-realms/[^/]+/oidc-profiles/[^/]+"),
    PROFILE_CREATE("profile-create", "POST /v2/authentication-realms/[^/]+/oidc-profiles"),
    PROFILE_UPDATE("profile-update", "PUT /v2/authentication-realms/[^/]+/oidc-profiles/[^/]+"),
    PROFILE_DELETE("profile-delete", "DELETE /v2/authentication-realms/[^/]+/oidc-profiles/[^/]+"),
    SIGN_IN("sign-in", "GET /oidc-idp/login/.*"),
    OTHER("other", ".*");

    private final String label;
    private final Pattern request;

    Operation(String label, String request) {
        this.label = label;
        this.request = Pattern.compile(request);
    }

    String label() {
        return label;
    }

    static Operation of(Call call) {
        String request = call.method() + " " + call.target().replaceFirst("\\?.*$", "");
        return Arrays.stream(values())
                .filter(operation -> operation.request.matcher(request).matches())
                .findFirst()
                .orElse(OTHER);
    }
}
