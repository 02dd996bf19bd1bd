package io.integrationshub.runtime.events;

/** The database did not do what it was asked; worth waiting for. */
final class DatabaseSilentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseSilentException(Throwable cause) {
        super("The database does not answer", cause);
    }
}
