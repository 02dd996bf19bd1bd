package io.integrationshub.config.domain;

import java.time.Instant;
import java.util.List;

/**
 * A version of the integration definition: the pages of the wizard, their defaults and the request templates.
 *
 * @param version counts from 1, as text
 * @param changes what is different from the version before, for a person
 * @param pages of the wizard, in their order
 */
public record Definition(String version, Instant publishedAt, List<String> changes, List<WizardPage> pages) {
    public Definition {
        changes = changes == null ? List.of() : List.copyOf(changes);
        pages = pages == null ? List.of() : List.copyOf(pages);
    }

    /** @param name as in paths; the title is for a person */
    public record WizardPage(String name, String title) {}

    /** True when something made with the other version could be updated to this one. */
    public boolean newerThan(String other) {
        return number(version) > number(other);
    }

    private static long number(String version) {
        return Long.parseLong(version);
    }
}
