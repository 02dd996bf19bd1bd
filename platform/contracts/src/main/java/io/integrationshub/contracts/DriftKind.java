package io.integrationshub.contracts;

/** How reality differs. */
public enum DriftKind {
    MISSING,
    CHANGED,
    EXTRA,
    UNREADABLE
}
