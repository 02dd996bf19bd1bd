package io.integrationshub.provisioner.domain;

/**
 * An integration's pool lives in one AWS account and region. Elsewhere the search for it would find nothing, and a second pool would be
 * made.
 */
public final class SamePlace {
    private SamePlace() {}

    /**
     * @throws ProvisioningException ACCOUNT_CHANGED or REGION_CHANGED, naming both
     */
    public static void require(Holdings held, String accountId, String region) {
        if (held.accountId() != null && !held.accountId().equals(accountId)) {
            throw ProvisioningException.conflict(
                    "ACCOUNT_CHANGED",
                    "These keys belong to AWS account " + accountId + ", but the user pool of this integration lives in"
                            + " account " + held.accountId() + ". Use keys of that account, or make a new integration",
                    "aws-account-changed");
        }
        if (held.region() != null && !held.region().equals(region)) {
            throw ProvisioningException.conflict(
                    "REGION_CHANGED",
                    "The user pool of this integration lives in " + held.region() + " and cannot move to " + region
                            + ". Put the region back, or make a new integration",
                    "aws-region-changed");
        }
    }
}
