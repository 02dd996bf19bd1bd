package io.integrationshub.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A secret that only one service can open: base64 of a Tink HPKE ciphertext, bound to store, integration and field.
 * Safe to store and to publish, but never shown: {@link #toString} tells nothing.
 */
public record SealedSecret(@JsonValue String ciphertext) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SealedSecret {}

    @Override
    public String toString() {
        return "SealedSecret[…]";
    }
}
