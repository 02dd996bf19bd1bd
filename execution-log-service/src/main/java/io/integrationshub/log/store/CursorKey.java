package io.integrationshub.log.store;

import io.integrationshub.log.application.CursorKeys;
import jakarta.enterprise.context.ApplicationScoped;

/** The key that the migration made. */
@ApplicationScoped
class CursorKey implements CursorKeys {
    private final Database database;
    private volatile byte[] key;

    CursorKey(Database database) {
        this.database = database;
    }

    @Override
    public byte[] key() {
        if (key == null) {
            key = database.query("select key from cursor_key", statement -> {}, row -> row.getBytes(1))
                    .getFirst();
        }
        return key.clone();
    }
}
