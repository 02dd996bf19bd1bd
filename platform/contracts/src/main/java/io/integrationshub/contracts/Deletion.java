package io.integrationshub.contracts;

/**
 * What an admin agreed to when an integration was deleted. Without these consents a pool is kept although the policy says delete.
 *
 * @param withUsers a pool with users in it may be deleted
 * @param withAdopted a pool that the hub did not make may be deleted
 */
public record Deletion(DeletionPolicy policy, boolean withUsers, boolean withAdopted) {}
