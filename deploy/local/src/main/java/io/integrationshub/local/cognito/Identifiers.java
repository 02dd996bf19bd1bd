package io.integrationshub.local.cognito;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Random names in the forms Cognito gives out. */
final class Identifiers {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DIGITS_AND_LOWER = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final String ALPHANUMERIC = DIGITS_AND_LOWER + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Identifiers() {}

    static String userPoolId(String region) {
        return region + "_" + random(ALPHANUMERIC, 9);
    }

    static String clientId() {
        return random(DIGITS_AND_LOWER, 26);
    }

    static String clientSecret() {
        return random(DIGITS_AND_LOWER, 51);
    }

    private static String random(String alphabet, int length) {
        return RANDOM.ints(length, 0, alphabet.length())
                .mapToObj(index -> String.valueOf(alphabet.charAt(index)))
                .collect(Collectors.joining());
    }
}
