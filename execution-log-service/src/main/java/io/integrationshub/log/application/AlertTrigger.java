package io.integrationshub.log.application;

/** What a rule can ask to be told of. */
public enum AlertTrigger {
    EXECUTION_STARTED,
    EXECUTION_COMPLETED,
    EXECUTION_FAILED,
    /** A step failed and is tried again by itself. */
    EXECUTION_RETRY_PENDING,
    /** An execution took as long as the threshold, in milliseconds, or longer. */
    EXECUTION_DURATION,
    /** Nothing is heard of an execution at work. */
    EXECUTION_OVERDUE,
    /** An integration was paused. */
    INSTANCE_DISABLED,
    /** An integration was resumed. */
    INSTANCE_ENABLED,
    INSTANCE_REMOVED,
    /** A line of the log is as severe as the threshold, or more. */
    LOG_LEVEL,
    /** AWS or Commerce refused the keys. */
    CONNECTION_ERROR
}
