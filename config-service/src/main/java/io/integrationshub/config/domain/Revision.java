package io.integrationshub.config.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was wanted from this generation on. Never changed, never removed. */
public record Revision(
        UUID integrationId,
        long generation,
        Pages pages,
        Instant createdAt,
        String createdBy,
        @Nullable String reason) {}
