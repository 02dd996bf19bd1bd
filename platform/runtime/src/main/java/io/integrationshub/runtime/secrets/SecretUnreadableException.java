package io.integrationshub.runtime.secrets;

/** A sealed secret does not open: made for another service, store, integration or field, or with a key that is gone. */
public final class SecretUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SecretUnreadableException(String field) {
        super("The stored secret " + field + " cannot be opened; enter it again");
    }
}
