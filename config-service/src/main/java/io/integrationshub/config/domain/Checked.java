package io.integrationshub.config.domain;

import java.util.List;

/** What came of checking a page: the page, or everything that is wrong with it. */
public sealed interface Checked<T> {

    /** It may be stored. */
    record Valid<T>(T page) implements Checked<T> {}

    /** All that needs a correction, at least one. */
    record Invalid<T>(List<Violation> violations) implements Checked<T> {
        public Invalid {
            violations = List.copyOf(violations);
        }
    }
}
