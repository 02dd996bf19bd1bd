package io.integrationshub.runtime.web;

/** Roles in the token's {@code roles} claim. */
public final class Roles {
    /** Sees everything of the own store. */
    public static final String VIEWER = "viewer";

    /** Retries, pauses, resumes. */
    public static final String OPERATOR = "operator";

    /** Configures and deletes. */
    public static final String ADMIN = "admin";

    /** Reads who did what. */
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
