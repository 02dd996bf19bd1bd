package io.integrationshub.sso.domain;

import io.integrationshub.contracts.DriftKind;
import io.integrationshub.contracts.DriftPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Something at Commerce that is no longer as it was applied.
 *
 * @param resource see {@link Resources}
 * @param field the member in Commerce's words; null when the whole resource is meant
 * @param expected as applied; null when there is nothing to show
 * @param found as it is now, or why it could not be read; null when there is nothing to show. Never a secret
 */
public record Difference(
        String resource,
        @Nullable String field,
        DriftKind kind,
        @Nullable Object expected,
        @Nullable Object found) {

    static Difference missing(String resource, @Nullable Object expected) {
        return new Difference(resource, null, DriftKind.MISSING, expected, null);
    }

    static Difference changed(String resource, String field, @Nullable Object expected, @Nullable Object found) {
        return new Difference(resource, field, DriftKind.CHANGED, expected, found);
    }

    /** A resource that the key may no longer read. */
    public static Difference unreadable(String resource, String why) {
        return new Difference(resource, null, DriftKind.UNREADABLE, null, why);
    }

    /** True when the admin does not want to hear of it. */
    public boolean ignoredBy(@Nullable DriftPolicy policy) {
        return policy != null && policy.ignores(field == null ? resource : resource + "." + field);
    }
}
