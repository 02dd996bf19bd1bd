package io.integrationshub.log.domain;

/** Where an execution stands. */
public enum Status {
    /** Asked for, no step has begun. */
    QUEUED,
    RUNNING,
    /** A step failed and is tried again by itself, see {@link ExecutionSummary#nextAttemptAt}. */
    RETRY_PENDING,
    SUCCEEDED,
    /** Stopped for good at a step; a person may retry. */
    FAILED,
    /** Replaced by a newer execution of its integration before it ended. */
    CANCELED,
    /** At work, but nothing was heard of it for longer than its lease; should something be heard again, it goes on. */
    INTERRUPTED;

    /** True when no service works on it any more. */
    public boolean ended() {
        return this == SUCCEEDED || this == FAILED || this == CANCELED;
    }

    /** True when a person may ask for it again. */
    public boolean retryable() {
        return this == FAILED || this == CANCELED || this == INTERRUPTED;
    }
}
