package io.integrationshub.config.domain;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What holds for any text, whatever it is for. */
public final class Texts {
    // PostgreSQL stores no NUL, and a lone surrogate is no character at all.
    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]*", Pattern.UNICODE_CHARACTER_CLASS);

    private Texts() {}

    /** The text without white space around it; empty for null. */
    static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** True for one line of real characters. */
    public static boolean isLine(String text) {
        return LINE.matcher(text).matches();
    }

    /** True for text in which only line breaks and tabs are control characters. */
    static boolean isMultiLine(String text) {
        return isLine(text.replaceAll("[\\n\\r\\t]", " "));
    }

    /** Length in bytes as stored and sent. */
    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
