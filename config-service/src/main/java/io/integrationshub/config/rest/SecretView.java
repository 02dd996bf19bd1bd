package io.integrationshub.config.rest;

import io.integrationshub.config.domain.StoredSecret;
import java.time.Instant;

/** All that can be read of a secret: that there is one, since when and from whom. */
public record SecretView(boolean set, Instant updatedAt, String updatedBy) {
    static SecretView from(StoredSecret secret) {
        return new SecretView(true, secret.updatedAt(), secret.updatedBy());
    }
}
