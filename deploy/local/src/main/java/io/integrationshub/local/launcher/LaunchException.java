package io.integrationshub.local.launcher;

/** Something expected is in the way; the message is the one line to print, the exit status is 1. */
final class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LaunchException(String message) {
        super(message);
    }

    LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
