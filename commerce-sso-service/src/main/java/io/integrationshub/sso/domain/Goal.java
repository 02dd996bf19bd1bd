package io.integrationshub.sso.domain;

/** What an execution wants of the store's realms. */
public enum Goal {
    /** An OIDC profile in each enabled realm, and nothing of ours in the others. */
    WIRE,
    /** Nothing of ours anywhere: the first half of a deletion. */
    UNWIRE
}
