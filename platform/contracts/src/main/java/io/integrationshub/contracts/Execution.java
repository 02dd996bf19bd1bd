package io.integrationshub.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of an integration, from its trigger to success or failure.
 *
 * @param id UUID version 7
 * @param number 1 for the integration's first execution, then 2, 3, …; a higher number replaces a lower one still at work
 * @param actor who asked for it: the user's name in the token
 * @param reason what that person wrote, or null
 * @param retryOf the execution this one tries again, or null
 */
public record Execution(
        UUID id,
        long number,
        Trigger trigger,
        String actor,
        @Nullable String reason,
        @Nullable UUID retryOf,
        Instant requestedAt) {}
