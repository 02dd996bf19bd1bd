package io.integrationshub.config.rest;

import io.integrationshub.runtime.web.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next to ask for the next part with; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
    private static final int MAX = 200;
    private static final int LONGEST_CURSOR = 100;

    /** The size asked for, if it is one. */
    static int limit(int limit) {
        if (limit < 1 || limit > MAX) {
            throw Problems.badParameter("limit", "limit is a number from 1 to " + MAX + ".");
        }
        return limit;
    }

    /** What the cursor stands for; null for none. */
    static <K> @Nullable K after(@Nullable String cursor, Function<String, K> key) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            if (cursor.length() <= LONGEST_CURSOR) {
                return key.apply(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException e) {
            // Said below, the same for every kind of wrong cursor.
        }
        throw Problems.badParameter("cursor", "Send the next of the part before, unchanged, or none to begin.");
    }

    /** The part with at most {@code limit} of these; one more than that was looked for, to know whether there is more. */
    static <S, T> Page<T> of(List<S> found, int limit, Function<S, T> view, Function<S, Object> key) {
        List<S> part = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() <= limit
                ? null
                : Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(key.apply(part.getLast()).toString().getBytes(StandardCharsets.UTF_8));
        return new Page<>(part.stream().map(view).toList(), next);
    }
}
