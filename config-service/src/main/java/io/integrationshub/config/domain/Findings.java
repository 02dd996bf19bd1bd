package io.integrationshub.config.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a page, so that a person learns all of it at once. */
final class Findings {
    private final List<Violation> violations = new ArrayList<>();

    /** The checked value; null, and noted, when it is wrong. */
    <T> @Nullable T take(String pointer, Field<T> field) {
        return switch (field) {
            case Field.Right<T>(T value) -> value;
            case Field.Wrong<T>(String code, String detail) -> {
                violations.add(new Violation(pointer, code, detail));
                yield null;
            }
        };
    }

    /** The page, made only when nothing is wrong with it. */
    <T> Checked<T> outcome(Supplier<T> page) {
        return violations.isEmpty() ? new Checked.Valid<>(page.get()) : new Checked.Invalid<>(violations);
    }
}
