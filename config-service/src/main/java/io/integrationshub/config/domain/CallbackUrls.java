package io.integrationshub.config.domain;

import io.integrationshub.contracts.BuyerOrganization;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page "Buyer Organization": SSO callback URLs of storefronts (Cognito API: CallbackURLs; at most five in this wizard). */
public final class CallbackUrls {
    private static final int MAX_URLS = 5;
    private static final int MAX_LENGTH = 1024;
    private static final Pattern COGNITO = Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");

    private CallbackUrls() {}

    /** Checks what was typed. Switched off, the URLs may be missing, but those that are there must be right. */
    public static Checked<BuyerOrganization> check(
            @Nullable Boolean enabled, @Nullable List<@Nullable String> entered) {
        Findings findings = new Findings();
        if (enabled == null) {
            findings.take("/enabled", Field.missing("Say whether shoppers are to sign in this way: true or false."));
        }
        List<@Nullable String> urls = entered == null ? List.of() : entered;
        if (Boolean.TRUE.equals(enabled) && urls.isEmpty()) {
            findings.take("/callbackUrls", Field.missing("Enter at least one SSO Callback URL of your storefront."));
        }
        if (urls.size() > MAX_URLS) {
            findings.take(
                    "/callbackUrls",
                    new Field.Wrong<>(
                            "TOO_MANY", "There can be at most " + MAX_URLS + " SSO Callback URLs. Remove some."));
            // Not one finding for each of thousands.
            urls = urls.subList(0, MAX_URLS);
        }
        List<String> valid = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < urls.size(); i++) {
            String url = findings.take("/callbackUrls/" + i, one(urls.get(i)));
            if (url != null && !seen.add(url)) {
                findings.take(
                        "/callbackUrls/" + i,
                        new Field.Wrong<>("DUPLICATE", "This URL is there twice. Remove one of the two."));
            }
            valid.add(url);
        }
        return findings.outcome(() -> new BuyerOrganization(enabled, valid));
    }

    private static Field<String> one(@Nullable String entered) {
        String url = Texts.stripped(entered);
        if (url.isEmpty()) {
            return Field.missing("Enter a URL or remove the line.");
        }
        if (url.length() > MAX_LENGTH) {
            return new Field.Wrong<>("TOO_LONG", "A callback URL has at most " + MAX_LENGTH + " characters.");
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return malformed();
        }
        if (!COGNITO.matcher(url).matches() || uri.getScheme() == null) {
            return malformed();
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean local = scheme.equals("http") && "localhost".equals(uri.getHost());
        if (!scheme.equals("https") && !local) {
            return new Field.Wrong<>(
                    "NOT_HTTPS", "A callback URL begins with https://, or with http://localhost while you develop.");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            return malformed();
        }
        if (uri.getRawFragment() != null) {
            return new Field.Wrong<>("FRAGMENT", "A callback URL has no '#'. Leave it and what follows out.");
        }
        return new Field.Right<>(url);
    }

    private static <T> Field<T> malformed() {
        return new Field.Wrong<>(
                "MALFORMED",
                "This is not a complete web address without spaces and wildcards. It looks like"
                        + " https://shop.example.com/oidc/callback.");
    }
}
