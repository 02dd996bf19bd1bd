package io.integrationshub.contracts;

/** What happens to the user pool (and the users in it) when an integration is deleted. */
public enum DeletionPolicy {
    RETAIN,
    DELETE
}
