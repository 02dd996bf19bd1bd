package io.integrationshub.sso.commerce;

import java.util.regex.Pattern;

/**
 * Origins of identity providers: {@code https://} and a host in which {@code *} stands for exactly one label, or {@code
 * http://localhost:port} for a stand-in on the same machine.
 */
record OriginPattern(Pattern origins) {
    private static final Pattern FORM = Pattern.compile(
            "https://(?:(?:\\*|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)\\.)+[a-z0-9-]+\\.[a-z]+|http://localhost:\\d{1,5}");
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

    /**
     * @throws IllegalArgumentException when it is none, which stops the service at its start
     */
    static OriginPattern of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("hub.commerce.sign-in-origins: not an origin: " + text);
        }
        return new OriginPattern(Pattern.compile(text.replace(".", "\\.").replace("*", LABEL)));
    }

    boolean covers(String origin) {
        return origins.matcher(origin).matches();
    }
}
