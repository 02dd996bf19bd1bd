package io.integrationshub.config.domain;

import org.jspecify.annotations.Nullable;

/** A secret as it was typed. Lives from the request to its sealing and shows nothing. */
public final class EnteredSecret {
    private final String value;

    public EnteredSecret(@Nullable String value) {
        // A copied secret often brings a space or a line break along; neither provider's secrets have any.
        this.value = value == null ? "" : value.strip();
    }

    /** The secret itself, to be checked and sealed. */
    public String reveal() {
        return value;
    }

    /** True when a secret is missing or left empty, which means: keep the stored one. */
    public static boolean absent(@Nullable EnteredSecret secret) {
        return secret == null || secret.value.isEmpty();
    }

    @Override
    public String toString() {
        return "***";
    }
}
