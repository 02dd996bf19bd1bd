package io.integrationshub.log.application;

/** The key that signs cursors. */
public interface CursorKeys {

    /** The same bytes in every instance of the service. */
    byte[] key();
}
