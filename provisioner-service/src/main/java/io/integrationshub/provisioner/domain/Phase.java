package io.integrationshub.provisioner.domain;

/** How far the provisioner is with the current execution of an integration. */
public enum Phase {
    /** Nothing was asked for yet. */
    IDLE,
    /** Pool, domain and app client are being made or brought into line. */
    POOL,
    /** PoolReady was announced; commerce-sso-service is at work. */
    AWAITING_REALMS,
    /** Callbacks are registered and the sign-in is checked. */
    SIGN_IN,
    /** The execution succeeded. */
    DONE,
    /** The execution failed for good; a new one starts over. */
    FAILED,
    /** The integration is deleted; commerce-sso-service is unwiring. */
    AWAITING_UNWIRING,
    /** The realms are unwired, and the pool is to go or to stay. */
    REMOVAL,
    /** The integration is gone; what was kept at AWS is nobody's any more. */
    REMOVED;

    /** True when there is something for this service to do. */
    public boolean isWork() {
        return this == POOL || this == SIGN_IN || this == REMOVAL;
    }

    /** True when what was begun is to be completed. */
    public boolean isSecondHalf() {
        return this == SIGN_IN || this == REMOVAL;
    }
}
