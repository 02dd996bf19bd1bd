package io.integrationshub.config.domain;

import io.integrationshub.contracts.SealedSecret;
import java.time.Instant;

/** A sealed secret, when it was entered and by whom: all that anyone can learn about it here. */
public record StoredSecret(SealedSecret sealed, Instant updatedAt, String updatedBy) {}
