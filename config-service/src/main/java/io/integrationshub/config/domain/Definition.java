package io.integrationshub.config.domain;

import java.time.Instant;
import java.util.List;

/**
 * A version of the integration definition: the pages of the wizard, their defaults and the request templates.
 *
 * @param version counts from 1, as text
 * @param changes what is different from the version before, for a person
 */
public record Definition(String version, Instant publishedAt, List<String> changes) {
    public Definition {
        changes = changes == null ? List.of() : List.copyOf(changes);
    }

    /** True when something made with the other version could be updated to this one. */
    public boolean newerThan(String other) {
        return number(version) > number(other);
    }

    private static long number(String version) {
        return Long.parseLong(version);
    }
}
