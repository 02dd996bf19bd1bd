package io.integrationshub.sso.domain;

import java.util.List;

/**
 * The settings of an authentication realm that we write.
 *
 * @param name sent along with each write, as Commerce requires it
 * @param redirectUris storefront URLs that may start a sign-in
 */
public record RealmSettings(String id, String name, List<String> redirectUris) {
    public RealmSettings {
        redirectUris = List.copyOf(redirectUris);
    }
}
