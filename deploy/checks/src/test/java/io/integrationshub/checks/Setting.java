package io.integrationshub.checks;

import java.util.Locale;

/**
 * One setting that an operator may make.
 *
 * @param name its property
 * @param value its default, or empty when it has none
 * @param meaning what it is for, one line of Markdown
 */
record Setting(String name, String value, String meaning) {

    /** The environment variable of the property, as MicroProfile Config maps it. */
    String variable() {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    String row() {
        return "| `" + name + "` | " + (value.isEmpty() ? "" : "`" + value.replace("|", "\\|") + "`") + " | "
                + meaning.replace("|", "\\|") + " |\n";
    }
}
