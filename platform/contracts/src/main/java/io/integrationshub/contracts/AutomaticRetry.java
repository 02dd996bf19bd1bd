package io.integrationshub.contracts;

/**
 * Whether a failed execution is tried again by itself. A newer execution of the integration cancels what is still to come.
 *
 * @param attempts at most so many more executions, 1 to 10
 * @param minutes between two of them, 1 to 1,440
 * @param exponential doubles the time from one to the next, up to 24 hours
 */
public record AutomaticRetry(int attempts, int minutes, boolean exponential) {}
