package io.integrationshub.contracts;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address where Commerce gives out access tokens, read from what an admin typed or copied: the forms found in the product's
 * own documentation are put right, anything that could lead elsewhere is refused. Whether the origin is one that the operator
 * allows is not decided here.
 */
public sealed interface TokenUrl {

    /** The one path that a token URL has. */
    String PATH = "/oauth/access_token";

    /**
     * An address of the right form.
     *
     * @param tokenUrl for example {@code https://euwest.api.elasticpath.com/oauth/access_token}
     * @param baseUrl of all other API calls: the token URL without its path
     * @param origin scheme, host and, unless it is the scheme's own, port; to compare with an allow-list
     */
    record Parsed(String tokenUrl, String baseUrl, String origin) implements TokenUrl {}

    /**
     * An address that cannot be used.
     *
     * @param code the machine's word
     * @param detail what is wrong and what would be right; quotes nothing but a host name of Commerce Manager
     */
    record Refused(String code, String detail) implements TokenUrl {}

    /** Reads a token URL. Null and blank text are refused like any other. */
    static TokenUrl parse(@Nullable String text) {
        return Reader.read(text == null ? "" : text.strip());
    }

    /** How it is read. */
    final class Reader {
        private static final String EXAMPLE = "https://euwest.api.elasticpath.com" + PATH;
        private static final int MAX_LENGTH = 512;
        private static final int MAX_HOST = 253;
        private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");
        private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*)://.*");
        private static final Pattern NO_SCHEME = Pattern.compile("[a-zA-Z0-9.-]+(:\\d+)?(/.*)?");
        private static final Pattern HOST =
                Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");
        // What URL parsers take for an IPv4 address: the last label is a number, in any base.
        private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");
        private static final Pattern COMMERCE_MANAGER = Pattern.compile("([a-z0-9-]+)\\.cm\\.(.+)");
        // The old name of the European API, and its misspelling in the product documentation.
        private static final Map<String, String> RENAMED = Map.of(
                "api.moltin.com", "euwest.api.elasticpath.com",
                "api.motlin.com", "euwest.api.elasticpath.com");

        private Reader() {}

        private static TokenUrl read(String text) {
            if (text.isEmpty()) {
                return new Refused("REQUIRED", "Enter the Token URL of your store, for example " + EXAMPLE + ".");
            }
            if (text.length() > MAX_LENGTH) {
                return new Refused("TOO_LONG", "A Token URL has at most " + MAX_LENGTH + " characters.");
            }
            // The documentation's page shows the literal name between angle brackets.
            String unbracketed = text.replace("<access_token>", "access_token");
            if (!PRINTABLE.matcher(unbracketed).matches() || unbracketed.indexOf('\\') >= 0) {
                return malformed();
            }
            Matcher scheme = SCHEME.matcher(unbracketed);
            if (scheme.matches()) {
                return parts(scheme.group(1).toLowerCase(Locale.ROOT), unbracketed);
            }
            return NO_SCHEME.matcher(unbracketed).matches() ? parts("https", "https://" + unbracketed) : malformed();
        }

        private static TokenUrl parts(String scheme, String text) {
            URI uri;
            try {
                uri = new URI(text);
            } catch (URISyntaxException e) {
                return malformed();
            }
            if (uri.getRawUserInfo() != null || text.indexOf('@') >= 0) {
                return new Refused(
                        "USER_INFO",
                        "Leave out what stands before '@'; client id and secret have fields of their own.");
            }
            if (uri.getRawQuery() != null) {
                return new Refused("QUERY", "Leave out the '?' and what follows it; a Token URL has no parameters.");
            }
            if (uri.getRawFragment() != null) {
                return new Refused("FRAGMENT", "Leave out the '#' and what follows it.");
            }
            if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
                String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
                return NUMERIC.matcher(authority.toLowerCase(Locale.ROOT)).matches() ? ipAddress() : malformed();
            }
            String host = uri.getHost().toLowerCase(Locale.ROOT);
            return host(scheme, RENAMED.getOrDefault(host, host), uri);
        }

        private static TokenUrl host(String scheme, String host, URI uri) {
            if (host.startsWith("[") || NUMERIC.matcher(host).matches()) {
                return ipAddress();
            }
            Matcher manager = COMMERCE_MANAGER.matcher(host);
            if (manager.matches() && HOST.matcher(host).matches()) {
                return new Refused(
                        "COMMERCE_MANAGER_HOST",
                        "This is the host of Commerce Manager. The API of the same region is https://"
                                + manager.group(1) + ".api." + manager.group(2) + PATH + ".");
            }
            boolean local = host.equals("localhost");
            if (!scheme.equals("https") && !(scheme.equals("http") && local)) {
                return new Refused("NOT_HTTPS", "A Token URL starts with https://, for example " + EXAMPLE + ".");
            }
            if (!local && (host.length() > MAX_HOST || !HOST.matcher(host).matches())) {
                return malformed();
            }
            return path(scheme, host, uri);
        }

        private static TokenUrl path(String scheme, String host, URI uri) {
            String path = uri.getRawPath().replaceAll("/{2,}", "/").replaceAll("/$", "");
            if (!path.isEmpty() && !path.equals(PATH)) {
                return new Refused("PATH", "A Token URL ends with " + PATH + ", for example " + EXAMPLE + ".");
            }
            int schemesOwn = scheme.equals("https") ? 443 : 80;
            String port = uri.getPort() == -1 || uri.getPort() == schemesOwn ? "" : ":" + uri.getPort();
            String origin = scheme + "://" + host + port;
            return new Parsed(origin + PATH, origin, origin);
        }

        private static Refused ipAddress() {
            return new Refused(
                    "IP_ADDRESS",
                    "Use the host name of the Commerce API, not an address: for example " + EXAMPLE + ".");
        }

        private static Refused malformed() {
            return new Refused("MALFORMED", "This is not a web address. A Token URL looks like " + EXAMPLE + ".");
        }
    }
}
