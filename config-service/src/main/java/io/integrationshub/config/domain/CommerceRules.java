package io.integrationshub.config.domain;

import io.integrationshub.contracts.TokenUrl;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an application key of a Commerce store looks like. */
final class CommerceRules {
    private static final int MAX_ID = 256;
    private static final int MAX_SECRET = 512;
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");

    private CommerceRules() {}

    static Field<String> clientId(@Nullable String entered) {
        String id = Texts.stripped(entered);
        if (id.isEmpty()) {
            return Field.missing("Enter the Client ID of an application key of this store.");
        }
        if (id.length() > MAX_ID || !PRINTABLE.matcher(id).matches()) {
            return new Field.Wrong<>(
                    "MALFORMED",
                    "A Client ID has at most " + MAX_ID + " letters, digits and signs, and no spaces. Copy it again.");
        }
        return new Field.Right<>(id);
    }

    /** @param stored to be kept when none was typed; null when there is none */
    static Field<?> clientSecretOrKept(@Nullable EnteredSecret secret, @Nullable StoredSecret stored) {
        if (!EnteredSecret.absent(secret)) {
            return clientSecret(secret);
        }
        return stored == null
                ? Field.missing("Enter the Client Secret of the application key.")
                : new Field.Right<>(stored);
    }

    private static Field<EnteredSecret> clientSecret(EnteredSecret secret) {
        if (secret.reveal().length() > MAX_SECRET
                || !PRINTABLE.matcher(secret.reveal()).matches()) {
            return new Field.Wrong<>(
                    "MALFORMED",
                    "A Client Secret has at most " + MAX_SECRET + " letters, digits and signs, and no spaces."
                            + " Copy it again; if it is lost, make a new application key.");
        }
        return new Field.Right<>(secret);
    }

    static Field<String> tokenUrl(@Nullable String entered, Set<String> allowedOrigins) {
        return switch (TokenUrl.parse(entered)) {
            case TokenUrl.Refused(String code, String detail) -> new Field.Wrong<>(code, detail);
            case TokenUrl.Parsed url when allowedOrigins.contains(url.origin()) -> new Field.Right<>(url.tokenUrl());
            case TokenUrl.Parsed url ->
                new Field.Wrong<>(
                        "HOST_NOT_ALLOWED",
                        "This hub talks to "
                                + String.join(
                                        ", ", allowedOrigins.stream().sorted().toList())
                                + " only. Use the Token URL of your store's region, or ask the operator of the hub to allow"
                                + " another host.");
        };
    }
}
