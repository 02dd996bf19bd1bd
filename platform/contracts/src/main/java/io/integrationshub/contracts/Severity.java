package io.integrationshub.contracts;

/** How much a log line matters, most severe first. */
public enum Severity {
    FATAL,
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
}
