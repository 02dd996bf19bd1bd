package io.integrationshub.config.rest;

import io.integrationshub.config.domain.Texts;
import io.integrationshub.runtime.web.Problems;
import org.jspecify.annotations.Nullable;

/** Why a person does something, in that person's words; may be left out. */
public record ReasonInput(@Nullable String reason) {
    private static final int MAX = 500;

    /** The reason, or null for none. */
    static @Nullable String of(@Nullable ReasonInput input) {
        if (input == null || input.reason() == null || input.reason().isBlank()) {
            return null;
        }
        String reason = input.reason().strip();
        if (reason.length() > MAX || !Texts.isLine(reason)) {
            throw Problems.invalid("/reason", "MALFORMED", "A reason is one line of at most " + MAX + " characters.");
        }
        return reason;
    }
}
