package io.integrationshub.runtime.web;

import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.runtime.web.Problems.FieldError;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with a body, collected to be told all at once. Pointers are JSON pointers into the body. */
public final class Violations {
    private final List<FieldError> errors = new ArrayList<>();

    /** REQUIRED, when there is no value or a blank text. */
    public Violations missing(String pointer, @Nullable Object value) {
        return missing(pointer, value, "A value is needed here.");
    }

    /** REQUIRED, when there is no secret or nothing in it. */
    public Violations missing(String pointer, @Nullable SealedSecret secret) {
        return missing(pointer, secret == null ? "" : secret.ciphertext());
    }

    /** REQUIRED, with a remedy of its own. */
    public Violations missing(String pointer, @Nullable Object value, String remedy) {
        return when(value == null || (value instanceof String text && text.isBlank()), pointer, "REQUIRED", remedy);
    }

    /** TOO_LONG; no text is not. */
    public Violations longerThan(int most, String pointer, @Nullable String text) {
        return when(
                text != null && text.length() > most, pointer, "TOO_LONG", "Here are at most " + most + " characters.");
    }

    /** TOO_MANY; no list is not. */
    public Violations moreThan(int most, String pointer, @Nullable List<?> items) {
        return when(
                items != null && items.size() > most,
                pointer,
                "TOO_MANY",
                "Here are at most " + most + ". Leave some out.");
    }

    /** MALFORMED, when there is a text that does not match as a whole. */
    public Violations unlike(Pattern pattern, String pointer, @Nullable String text, String remedy) {
        return when(text != null && !pattern.matcher(text).matches(), pointer, "MALFORMED", remedy);
    }

    /** Anything else. */
    public Violations wrong(String pointer, String code, String remedy) {
        errors.add(new FieldError(pointer, code, remedy));
        return this;
    }

    /** @throws HttpProblem 422 when anything is wrong */
    public void refuse() {
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }

    private Violations when(boolean wrong, String pointer, String code, String remedy) {
        return wrong ? wrong(pointer, code, remedy) : this;
    }
}
