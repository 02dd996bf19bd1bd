package io.integrationshub.config.domain;

/** What came of checking one value. */
sealed interface Field<T> {

    /** The value, put in its normal form. */
    record Right<T>(T value) implements Field<T> {}

    /** It cannot stay, and why. */
    record Wrong<T>(String code, String detail) implements Field<T> {}

    /** A value that has to be there is not. */
    static <T> Field<T> missing(String detail) {
        return new Wrong<>("REQUIRED", detail);
    }
}
