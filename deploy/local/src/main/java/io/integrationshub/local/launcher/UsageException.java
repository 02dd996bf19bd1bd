package io.integrationshub.local.launcher;

/** The command line cannot be understood; the message is the one line to print, the exit status is 2. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
