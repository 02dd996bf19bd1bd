package io.integrationshub.config.web;

import io.integrationshub.config.domain.Draft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step's form as a browser sent it.
 *
 * @param go the button that was chosen: next, previous, step-…, or one of the page itself
 * @param version of the draft that the page was made from
 */
record Sent(Draft draft, Step step, String go, long version, Form form) {
    static final String VERSION = "version";
    private static final String GO = "go";

    static Sent of(Draft draft, Step step, Map<String, List<String>> fields) {
        Map<String, List<String>> content = new LinkedHashMap<>(fields);
        content.keySet().removeAll(Set.of(GO, VERSION));
        return new Sent(
                draft,
                step,
                fields.getOrDefault(GO, List.of("next")).getFirst(),
                number(fields.getOrDefault(VERSION, List.of("")).getFirst(), draft.version()),
                Form.of(content));
    }

    Sent with(Form other) {
        return new Sent(draft, step, go, version, other);
    }

    /** What stands in the fields, by name. */
    Map<String, List<String>> fields() {
        return form.values();
    }

    /** What follows in the button's word; null when it is another button. */
    @Nullable
    String after(String prefix) {
        return go.startsWith(prefix) ? go.substring(prefix.length()) : null;
    }

    /** Where the button leads to once the page is stored. */
    Step target() {
        String other = after("step-");
        if (other != null) {
            return Step.of(other).orElse(step);
        }
        return go.equals("previous") ? step.previous() : step.next();
    }

    static long number(@Nullable String text, long otherwise) {
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
