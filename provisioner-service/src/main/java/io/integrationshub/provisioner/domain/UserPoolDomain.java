package io.integrationshub.provisioner.domain;

import io.integrationshub.contracts.HostedUi;
import java.util.Map;

/**
 * A domain prefix that some pool of the account has.
 *
 * @param status CREATING, ACTIVE, UPDATING, DELETING or FAILED, as AWS says it
 * @param managedLoginVersion 1 serves the classic pages, 2 managed login; 0 when an endpoint does not show it
 */
public record UserPoolDomain(String prefix, String userPoolId, String status, int managedLoginVersion) {
    /** The classic pages work on every tier and at once; version 2 stays empty until it is given a style. */
    public static final int CLASSIC_PAGES = 1;

    private static final int MANAGED_LOGIN = 2;

    /** One of the classic pages. */
    public UserPoolDomain(String prefix, String userPoolId, String status) {
        this(prefix, userPoolId, status, CLASSIC_PAGES);
    }

    /** The body of a CreateUserPoolDomain or UpdateUserPoolDomain. The version is always said: its default is documented nowhere. */
    public static Document body(String prefix, String userPoolId, int managedLoginVersion) {
        return new Document(
                Map.of("Domain", prefix, "UserPoolId", userPoolId, "ManagedLoginVersion", managedLoginVersion));
    }

    /** As it is now. */
    public Document shown() {
        Document body = body(prefix, userPoolId, managedLoginVersion);
        return managedLoginVersion == 0 ? body.without("ManagedLoginVersion") : body;
    }

    /**
     * The version of a new domain.
     *
     * @param wanted null when nobody speaks of the look
     * @param styled the app client has a style of managed login, so that is what its former domain served
     */
    public static int version(HostedUi wanted, boolean styled) {
        if (wanted != null) {
            return wanted.managedLoginVersion();
        }
        return styled ? MANAGED_LOGIN : CLASSIC_PAGES;
    }

    /** False when other pages are wanted than it serves; a look that is not spoken of stays. */
    public boolean serves(HostedUi wanted) {
        return wanted == null || managedLoginVersion == 0 || managedLoginVersion == wanted.managedLoginVersion();
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
