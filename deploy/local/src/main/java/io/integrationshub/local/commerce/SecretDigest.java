package io.integrationshub.local.commerce;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the stand-in keeps of a secret: its SHA-256. It only ever has to recognise a secret, so neither its memory nor its
 * state file can give one away.
 */
public final class SecretDigest {

    private final String sha256;

    private SecretDigest(String sha256) {
        this.sha256 = sha256;
    }

    /** The digest of {@code secret}. */
    public static SecretDigest of(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return new SecretDigest(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SecretDigest ofStored(String sha256) {
        return new SecretDigest(sha256);
    }

    /** Whether {@code secret} is the one this digest was made of. */
    public boolean matches(String secret) {
        return equals(of(secret));
    }

    @JsonValue
    String stored() {
        return sha256;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretDigest that
                && MessageDigest.isEqual(
                        sha256.getBytes(StandardCharsets.US_ASCII), that.sha256.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return "****";
    }
}
