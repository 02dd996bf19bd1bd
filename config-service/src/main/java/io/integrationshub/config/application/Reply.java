package io.integrationshub.config.application;

/** What a service said to a question that it may not be able to answer now. */
public sealed interface Reply<T> {

    /** An answer. */
    record Answered<T>(T answer) implements Reply<T> {}

    /**
     * There is nothing to be answered now.
     *
     * @param code the machine's word, for example {@code NOTHING_TO_COMPARE}
     * @param detail why, and what to do about it, for a person
     */
    record NotNow<T>(String code, String detail) implements Reply<T> {}
}
