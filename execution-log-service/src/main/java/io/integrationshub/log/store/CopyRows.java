package io.integrationshub.log.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Rows for {@code copy … from stdin (format binary)}: nothing is quoted on this side and nothing parsed on the other one, which is
 * half of what taking in an event costs.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-copy.html#SQL-COPY-FILE-FORMATS">COPY file formats</a>
 */
final class CopyRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int NULL = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final int columns;

    CopyRows(int columns) {
        this.columns = columns;
        write(() -> {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        });
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    /** Begins a row; its values follow, in the order of the columns. */
    CopyRows row() {
        return write(() -> out.writeShort(columns));
    }

    CopyRows uuid(UUID value) {
        return write(() -> {
            out.writeInt(2 * Long.BYTES);
            out.writeLong(value.getMostSignificantBits());
            out.writeLong(value.getLeastSignificantBits());
        });
    }

    /** Null is null. */
    CopyRows text(String value) {
        return value == null ? write(() -> out.writeInt(NULL)) : bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Text or json in UTF-8. */
    CopyRows bytes(byte[] value) {
        return write(() -> {
            out.writeInt(value.length);
            out.write(value);
        });
    }

    /** A timestamp with time zone; the database refuses what it cannot hold. */
    CopyRows time(Instant value) {
        return write(() -> {
            out.writeInt(Long.BYTES);
            out.writeLong(ChronoUnit.MICROS.between(EPOCH, value));
        });
    }

    /** All of it; nothing may follow. */
    byte[] end() {
        write(() -> out.writeShort(NULL));
        return bytes.toByteArray();
    }

    private CopyRows write(Writing writing) {
        try {
            writing.write();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
    }
}
