package io.integrationshub.sso.application;

import io.integrationshub.contracts.Failure;
import io.integrationshub.runtime.steps.NotBefore;
import java.time.Instant;

/** Commerce said no, or nothing. */
public final class CommerceException extends RuntimeException implements NotBefore {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final Outcome outcome;
    private final int status;
    private final Instant notBefore;

    public CommerceException(Failure failure, Outcome outcome, int status, Throwable cause) {
        this(failure, outcome, status, Instant.EPOCH, cause);
    }

    private CommerceException(Failure failure, Outcome outcome, int status, Instant notBefore, Throwable cause) {
        super(failure.code() + ": " + failure.message(), cause);
        this.failure = failure;
        this.outcome = outcome;
        this.status = status;
        this.notBefore = notBefore;
    }

    /** The same, when Commerce said from when on it wants to hear of us again ({@code Retry-After}). */
    public CommerceException notBefore(Instant time) {
        return new CommerceException(failure, outcome, status, time, getCause());
    }

    @Override
    public Instant notBefore() {
        return notBefore;
    }

    /** What may have become of the request. */
    public enum Outcome {
        /** Commerce has not done it. */
        NOT_DONE,
        /** It was sent; whether it was done only a look can tell. */
        UNKNOWN
    }

    /** For a person and for the retry policy; redacted. */
    public Failure failure() {
        return failure;
    }

    /** What may have become of the request. */
    public Outcome outcome() {
        return outcome;
    }

    /** HTTP status, 0 when there was no answer. */
    public int status() {
        return status;
    }
}
