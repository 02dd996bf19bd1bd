package io.integrationshub.local.commerce;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The rule for a realm's {@code redirect_uris}: absolute, {@code https} (or {@code http} on localhost only), no fragment (RFC
 * 6749 section 3.1.2).
 */
final class RedirectUris {

    private RedirectUris() {}

    static boolean allowed(String uri) {
        try {
            var parsed = new URI(uri);
            boolean https = "https".equalsIgnoreCase(parsed.getScheme());
            boolean localhost =
                    "http".equalsIgnoreCase(parsed.getScheme()) && "localhost".equalsIgnoreCase(parsed.getHost());
            return parsed.getHost() != null && parsed.getRawFragment() == null && (https || localhost);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
