package io.integrationshub.contracts;

import org.jspecify.annotations.Nullable;

/**
 * How Cognito's sign-in pages look: the classic ones (operation {@code SetUICustomization}), or managed login.
 *
 * @param css of the classic pages, at most 131,072 characters; null for Cognito's own
 * @param logo of the classic pages, a PNG or JPEG of at most 131,072 bytes, in Base64; null for none
 * @param managedLogin instead of the classic pages; null for these
 */
public record HostedUi(
        @Nullable String css,
        @Nullable String logo,
        @Nullable ManagedLogin managedLogin) {
    /** The classic pages. */
    public HostedUi(@Nullable String css, @Nullable String logo) {
        this(css, logo, null);
    }

    /** Version of managed login that the domain has to have: 1 serves the classic pages, 2 managed login. */
    public int managedLoginVersion() {
        return managedLogin == null ? 1 : 2;
    }
}
