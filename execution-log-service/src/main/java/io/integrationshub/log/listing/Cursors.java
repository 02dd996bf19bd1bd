package io.integrationshub.log.listing;

import io.integrationshub.log.application.CursorKeys;
import io.integrationshub.log.application.Position;
import io.integrationshub.runtime.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Positions in a list as text that means nothing to anybody else: signed, and good only for the list it was made for. */
@ApplicationScoped
public class Cursors {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int POSITION_BYTES = Long.BYTES + 2 * Long.BYTES;
    private static final int SIGNATURE_BYTES = 16;

    private final CursorKeys keys;

    Cursors(CursorKeys keys) {
        this.keys = keys;
    }

    /** @param list names the list: store and filter */
    public String write(Position position, String list) {
        byte[] bytes = ByteBuffer.allocate(POSITION_BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, position.requestedAt()))
                .putLong(position.id().getMostSignificantBits())
                .putLong(position.id().getLeastSignificantBits())
                .array();
        byte[] cursor = ByteBuffer.allocate(POSITION_BYTES + SIGNATURE_BYTES)
                .put(bytes)
                .put(signature(bytes, list))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /** Refuses (400) what was not written here for this list. */
    public Position read(String cursor, String list) {
        byte[] bytes = decode(cursor);
        if (bytes.length == POSITION_BYTES + SIGNATURE_BYTES) {
            byte[] position = Arrays.copyOf(bytes, POSITION_BYTES);
            byte[] signature = Arrays.copyOfRange(bytes, POSITION_BYTES, bytes.length);
            if (MessageDigest.isEqual(signature, signature(position, list))) {
                ByteBuffer buffer = ByteBuffer.wrap(position);
                Instant requestedAt = Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS);
                return new Position(requestedAt, new UUID(buffer.getLong(), buffer.getLong()));
            }
        }
        throw Problems.badParameter(
                "cursor",
                "cursor is not one that this list gave out. Start again without a cursor, and keep the filters.");
    }

    private static byte[] decode(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private byte[] signature(byte[] position, String list) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(keys.key(), ALGORITHM));
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(position), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is not available", e);
        }
    }
}
