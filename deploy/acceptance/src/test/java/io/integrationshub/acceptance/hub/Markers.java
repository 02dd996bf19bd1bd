package io.integrationshub.acceptance.hub;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Secrets of the right form that occur nowhere else and look different in every encoding. */
public final class Markers {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Markers() {}

    /** 40 characters, as IAM makes them. */
    public static String awsSecret() {
        return letters(15) + "/" + letters(12) + "+" + letters(11);
    }

    /** With every kind of character that some encoding changes. */
    public static String commerceSecret() {
        return letters(14) + "/+&<\">'%" + letters(6) + "\\=?" + letters(14);
    }

    private static String letters(int count) {
        return RANDOM.ints(count, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
