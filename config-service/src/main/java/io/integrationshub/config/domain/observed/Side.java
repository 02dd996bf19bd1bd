package io.integrationshub.config.domain.observed;

import io.integrationshub.contracts.Publisher;

/** The two outside systems, each with the one service that talks to it. */
public enum Side {
    AWS,
    COMMERCE;

    /** The side of a service that tells of the outside world. */
    static Side of(Publisher publisher) {
        return switch (publisher) {
            case PROVISIONER -> AWS;
            case COMMERCE_SSO -> COMMERCE;
            case CONFIG, EXECUTION_LOG -> throw new IllegalArgumentException(publisher + " has no outside system");
        };
    }
}
