package io.integrationshub.provisioner.template;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks through the text of a template once, before the parser sees it: the parser recurses, so depth and size must be bounded
 * first, and tags that could read files or grow without end never reach it.
 */
final class TemplateText {
    static final int LARGEST = 32 * 1024;
    private static final int DEEPEST = 20;
    private static final int LONGEST_TAG = 2_000;

    private static final Set<String> OPENING = Set.of("if", "unless", "case", "for");
    private static final Set<String> CLOSING = Set.of("endif", "endunless", "endcase", "endfor");
    private static final Set<String> OTHERS =
            Set.of("else", "elsif", "when", "break", "continue", "assign", "comment", "endcomment", "raw", "endraw");

    private static final Pattern TAG = Pattern.compile("\\{%-?\\s*(\\w*)");

    private TemplateText() {}

    static void require(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new InvalidTemplateException("it is larger than " + LARGEST + " bytes");
        }
        requireCleanCharacters(text);
        requireKnownTags(text);
        requireFlatExpressions(text);
    }

    private static void requireCleanCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            boolean control = c < ' ' && c != '\n' && c != '\r' && c != '\t';
            if (control || c == '\uFEFF' || (Character.isSurrogate(c) && !pair)) {
                throw at("a character that has no place in a template", text, i);
            }
            i += pair ? 1 : 0;
        }
    }

    private static void requireKnownTags(String text) {
        int depth = 0;
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            String name = tag.group(1);
            if (OPENING.contains(name)) {
                depth++;
            } else if (CLOSING.contains(name)) {
                depth--;
            } else if (!OTHERS.contains(name)) {
                throw at("the tag '" + shortened(name) + "' is not available", text, tag.start());
            }
            if (depth > DEEPEST) {
                throw at("tags are nested more than " + DEEPEST + " deep", text, tag.start());
            }
        }
    }

    /** Brackets inside a tag or an output; outside they are the JSON's and judged after rendering. */
    private static void requireFlatExpressions(String text) {
        int depth = 0;
        int openedAt = -1;
        for (int i = 0; i < text.length(); i++) {
            if (openedAt < 0) {
                if (text.startsWith("{{", i) || text.startsWith("{%", i)) {
                    openedAt = i++;
                }
                continue;
            }
            char c = text.charAt(i);
            depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
            if (depth > DEEPEST || i - openedAt > LONGEST_TAG) {
                throw at("an expression is too long or nested too deep", text, openedAt);
            }
            if (text.startsWith("}}", i) || text.startsWith("%}", i)) {
                openedAt = -1;
                depth = 0;
                i++;
            }
        }
    }

    private static InvalidTemplateException at(String message, String text, int index) {
        int line = 1
                + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
        return new InvalidTemplateException(message, line, index - text.lastIndexOf('\n', index - 1));
    }

    private static String shortened(String name) {
        return name.length() <= 20 ? name : name.substring(0, 20) + "…";
    }
}
