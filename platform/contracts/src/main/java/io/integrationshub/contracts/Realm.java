package io.integrationshub.contracts;

/** The two realms of a store that this integration wires. */
public enum Realm {
    BUYER,
    MERCHANT
}
