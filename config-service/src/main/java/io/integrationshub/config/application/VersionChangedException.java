package io.integrationshub.config.application;

/** Somebody changed a thing since the caller saw it; nothing was done. */
public final class VersionChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VersionChangedException() {
        super("The thing is not at the version that the caller has seen");
    }
}
