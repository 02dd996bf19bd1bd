package io.integrationshub.runtime.events;

/**
 * A record was not taken in because the service is being stopped. Nothing is wrong with it: it is neither acknowledged nor
 * dead-lettered, and whoever reads next reads it again. Without a stack trace, which would only show what was closed already.
 */
public final class CutOffException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CutOffException(Throwable cause) {
        super(
                "The service is being stopped; the record will be read again ("
                        + cause.getClass().getName() + ")",
                null,
                false,
                false);
    }
}
