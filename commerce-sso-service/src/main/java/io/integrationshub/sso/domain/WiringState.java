package io.integrationshub.sso.domain;

/** Where the latest execution of an integration stands in this service. */
public enum WiringState {
    /** At work, or waiting for the next attempt. */
    WIRING,
    /** Reached, and announced. */
    WIRED,
    /** Given up, and announced. */
    FAILED
}
