package io.integrationshub.provisioner.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells whether two values are the same, whatever the order of members and list items: Cognito keeps neither. */
public final class Fingerprint {
    private Fingerprint() {}

    /** SHA-256 in hexadecimal of a value of maps, lists, texts, numbers, booleans and nulls. */
    public static String of(Object value) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(canonical(value).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Texts carry their length, so that no two values are written alike. */
    private static String canonical(Object value) {
        return switch (value) {
            case null -> "null";
            case Document document -> canonical(document.members());
            case Map<?, ?> map -> {
                Map<String, String> members = new TreeMap<>();
                map.forEach((name, item) -> members.put(canonical(String.valueOf(name)), canonical(item)));
                yield members.toString();
            }
            case List<?> list ->
                list.stream().map(Fingerprint::canonical).sorted().toList().toString();
            case String text -> text.length() + "'" + text + "'";
            default -> value.toString();
        };
    }
}
