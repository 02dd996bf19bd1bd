package io.integrationshub.local.commerce;

/**
 * One place where a body breaks its schema. Never holds the offending value: it could be a secret.
 *
 * @param field JSON pointer of the offending place; for a missing member the pointer of that member
 * @param keyword the JSON Schema keyword that is broken, for example {@code required} or {@code format}
 * @param message for people
 */
public record Violation(String field, String keyword, String message) {

    /** The last part of the pointer: the member's own name. */
    public String member() {
        return field.substring(field.lastIndexOf('/') + 1);
    }
}
