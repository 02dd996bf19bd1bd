package io.integrationshub.config.domain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of what is made (Cognito API: CreateUserPool PoolName, CreateUserPoolDomain Domain; Commerce: OIDC profile name). */
final class UserPoolRules {
    private static final String DEFAULT_NAME = "EPCC";
    private static final int MAX_NAME = 128;
    private static final int MAX_DOMAIN = 63;
    private static final int MAX_PROFILE = 255;
    // Cognito would take any white space; a line break in a name only ever comes from a slip.
    private static final Pattern NAME = Pattern.compile("[\\w +=,.@-]+");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");
    private static final int MAX_ID = 55;
    private static final Pattern ID = Pattern.compile("[a-z0-9-]+_[0-9a-zA-Z]+");
    private static final List<String> RESERVED = List.of("aws", "amazon", "cognito");

    private UserPoolRules() {}

    static Field<String> name(@Nullable String entered) {
        String name = Texts.stripped(entered);
        if (name.isEmpty()) {
            return new Field.Right<>(DEFAULT_NAME);
        }
        if (name.length() > MAX_NAME) {
            return new Field.Wrong<>("TOO_LONG", "A User Pool Name has at most " + MAX_NAME + " characters.");
        }
        if (!NAME.matcher(name).matches()) {
            return new Field.Wrong<>(
                    "MALFORMED", "A User Pool Name has letters, digits, spaces and the signs _ + = , . @ - only.");
        }
        return new Field.Right<>(name);
    }

    static Field<String> domainPrefix(@Nullable String entered) {
        String prefix = Texts.stripped(entered);
        if (prefix.isEmpty()) {
            return Field.missing(
                    "Enter a User Pool Domain Name: the first part of the sign-in address, such as acme-shop.");
        }
        if (prefix.length() > MAX_DOMAIN) {
            return new Field.Wrong<>("TOO_LONG", "A User Pool Domain Name has at most " + MAX_DOMAIN + " characters.");
        }
        if (!DOMAIN.matcher(prefix).matches()) {
            return new Field.Wrong<>(
                    "MALFORMED",
                    "A User Pool Domain Name has small letters, digits and hyphens only, begins and ends with a letter or"
                            + " digit, and has no dots: it is the first part of the sign-in address, not all of it.");
        }
        Optional<String> reserved = RESERVED.stream().filter(prefix::contains).findFirst();
        if (reserved.isPresent()) {
            return new Field.Wrong<>(
                    "RESERVED_WORD",
                    "AWS allows no User Pool Domain Name that contains '" + reserved.get() + "'. Choose another one.");
        }
        return new Field.Right<>(prefix);
    }

    static Field<String> oidcProfileName(@Nullable String entered) {
        String name = Texts.stripped(entered);
        if (name.isEmpty()) {
            return Field.missing("Enter an OIDC Profile Name: shoppers and staff see it on the sign-in button.");
        }
        if (name.length() > MAX_PROFILE) {
            return new Field.Wrong<>("TOO_LONG", "An OIDC Profile Name has at most " + MAX_PROFILE + " characters.");
        }
        if (!Texts.isLine(name)) {
            return new Field.Wrong<>("MALFORMED", "An OIDC Profile Name is one line without control characters.");
        }
        return new Field.Right<>(name);
    }

    /** Empty for none; the id of a pool begins with its region (Cognito API: UserPoolId). */
    static Field<String> existingPoolId(@Nullable String entered, @Nullable String region) {
        String id = Texts.stripped(entered);
        if (id.isEmpty()) {
            return new Field.Right<>(id);
        }
        if (id.length() > MAX_ID || !ID.matcher(id).matches()) {
            return new Field.Wrong<>(
                    "MALFORMED",
                    "The id of a user pool looks like eu-west-1_aB3dE5fG7. Copy it from the Cognito console, or leave this"
                            + " empty to have a pool made.");
        }
        if (region != null && !id.startsWith(region + "_")) {
            return new Field.Wrong<>(
                    "OTHER_REGION",
                    "This user pool is in another AWS Region than the one chosen. Choose the region that its id begins"
                            + " with.");
        }
        return new Field.Right<>(id);
    }
}
