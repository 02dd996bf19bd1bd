package io.integrationshub.acceptance.search;

/**
 * Something that was written or answered.
 *
 * @param kind topic, table, log or answer
 * @param name which one
 * @param text all of it; of bytes each is a character
 */
public record Place(Kind kind, String name, String text) {

    /** What it is. */
    public enum Kind {
        TOPIC,
        TABLE,
        LOG,
        ANSWER
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
