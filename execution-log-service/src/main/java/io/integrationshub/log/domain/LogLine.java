package io.integrationshub.log.domain;

import io.integrationshub.contracts.Severity;
import java.time.Instant;

/**
 * A line of an execution's log.
 *
 * @param id stays the same for the same line
 * @param step the step it belongs to, or null
 */
public record LogLine(String id, Instant time, Severity severity, String step, String message) {}
