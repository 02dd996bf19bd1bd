package io.integrationshub.contracts;

import org.jspecify.annotations.Nullable;

/** How ids of keys are shown: enough to recognise one's own, not enough to use. The keys' secrets are never shown at all. */
public final class Masked {
    private static final int SHOWN = 4;

    private Masked() {}

    /** The last four characters, where that is little of the whole; null for null. */
    public static @Nullable String id(@Nullable String id) {
        if (id == null) {
            return null;
        }
        return id.length() < 3 * SHOWN ? "****" : "****" + id.substring(id.length() - SHOWN);
    }
}
