package io.integrationshub.sso.domain;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Recognises a secret without keeping it: HMAC-SHA-256 keyed by where it is used, so that equal secrets in two places do not look
 * equal. Only for long random secrets (Cognito and Commerce make them), which nobody can guess from it.
 */
public final class Fingerprint {
    private Fingerprint() {}

    /** Of the client secret that an integration gives its OIDC profiles. */
    public static String ofProfileSecret(UUID integrationId, String secret) {
        return of("oidc-profile/" + integrationId, secret);
    }

    /**
     * In hexadecimal.
     *
     * @param place for example the integration
     */
    public static String of(String place, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(place.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
