package io.integrationshub.provisioner.domain;

import java.util.Map;

/**
 * A domain prefix that some pool of the account has.
 *
 * @param status CREATING, ACTIVE, UPDATING, DELETING or FAILED, as AWS says it
 */
public record UserPoolDomain(String prefix, String userPoolId, String status) {
    /** The classic pages work on every tier and at once; version 2 stays empty until it is given a style. */
    private static final int CLASSIC_PAGES = 1;

    /** The body of a CreateUserPoolDomain. The version is always said, as its default is documented nowhere. */
    public static Document creation(String prefix, String userPoolId) {
        return new Document(Map.of("Domain", prefix, "UserPoolId", userPoolId, "ManagedLoginVersion", CLASSIC_PAGES));
    }

    /** Its sign-in page answers. */
    public boolean isActive() {
        return status.equals("ACTIVE");
    }

    /** It will never become active. */
    public boolean isBroken() {
        return status.equals("FAILED") || isBeingDeleted();
    }

    /** Soon nobody has it. */
    public boolean isBeingDeleted() {
        return status.equals("DELETING");
    }
}
