package io.integrationshub.log.rest;

import io.integrationshub.runtime.web.Problems;
import io.integrationshub.runtime.web.Problems.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a body, collected to be told all at once. */
final class Violations {
    private final List<FieldError> errors = new ArrayList<>();

    Violations missing(String pointer, @Nullable String text, String remedy) {
        return when(text == null || text.isBlank(), pointer, "REQUIRED", remedy);
    }

    Violations longerThan(int most, String pointer, @Nullable String text) {
        return when(
                text != null && text.length() > most, pointer, "TOO_LONG", "Here are at most " + most + " characters.");
    }

    Violations moreThan(int most, String pointer, @Nullable List<?> items) {
        return when(
                items != null && items.size() > most,
                pointer,
                "TOO_MANY",
                "Here are at most " + most + ". Leave some out.");
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when anything is wrong */
    void refuse() {
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }

    private Violations when(boolean wrong, String pointer, String code, String detail) {
        if (wrong) {
            errors.add(new FieldError(pointer, code, detail));
        }
        return this;
    }
}
