package io.integrationshub.log.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that a store's webhooks are signed with, as Standard Webhooks has it (standardwebhooks.com, symmetric signatures). It is
 * derived from the hub's key, so it lies in no table; whoever runs the hub hands it to the store.
 */
final class WebhookKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;

    private final byte[] key;

    private WebhookKey(byte[] key) {
        this.key = key;
    }

    /**
     * @param signingKey the hub's, in Base64
     * @throws IllegalArgumentException when that is too short or no Base64; the message does not quote it
     */
    static WebhookKey of(String signingKey, String storeId) {
        byte[] master;
        try {
            master = Base64.getDecoder().decode(signingKey.strip());
        } catch (IllegalArgumentException e) {
            master = new byte[0];
        }
        if (master.length < SHORTEST) {
            throw new IllegalArgumentException(
                    "hub.log.alerts.signing-key must be at least 32 bytes in Base64, for example of: openssl rand -base64 32");
        }
        return new WebhookKey(mac(master, "integrations-hub/webhook/1/" + storeId));
    }

    /** Header {@code webhook-signature}. */
    String sign(String id, Instant time, String body) {
        byte[] signature = mac(key, id + "." + time.getEpochSecond() + "." + body);
        return "v1," + Base64.getEncoder().encodeToString(signature);
    }

    /** As the store's side takes it: {@code whsec_} and Base64. */
    String secret() {
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    @Override
    public String toString() {
        return "WebhookKey[…]";
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is not available", e);
        }
    }
}
