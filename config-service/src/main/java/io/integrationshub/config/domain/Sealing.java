package io.integrationshub.config.domain;

/** Seals secrets of one integration, in the name of the person who entered them. */
public interface Sealing {

    /** Seals the secret so that only the service that needs it can open it. */
    StoredSecret seal(Kind kind, EnteredSecret secret);

    /** The secrets an integration has. */
    enum Kind {
        COMMERCE_CLIENT_SECRET,
        AWS_SECRET_ACCESS_KEY
    }
}
