package io.integrationshub.contracts;

/** Kinds of trouble. Only {@link #TRANSIENT} and {@link #THROTTLED} are tried again by the hub itself. */
public enum ErrorClass {
    /** Passes by itself: a time-out, a 5xx, a concurrent change. */
    TRANSIENT,
    /** Too many requests; passes by waiting. */
    THROTTLED,
    /** Wrong, inactive or expired keys. */
    CREDENTIALS,
    /** The keys are right but may not do this. */
    PERMISSION,
    /** The configuration must change. */
    INPUT,
    /** Something outside holds what we need (a taken domain or prefix, another account). */
    CONFLICT,
    /** What we made is gone or was changed outside. */
    DRIFT,
    /** A create was sent and nothing came back; settled by looking, never by guessing. */
    UNKNOWN_OUTCOME,
    /** A defect of the hub. */
    INTERNAL;

    /** True when waiting and trying again is the remedy. */
    public boolean passesByItself() {
        return this == TRANSIENT || this == THROTTLED || this == UNKNOWN_OUTCOME;
    }
}
