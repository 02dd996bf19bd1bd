package io.integrationshub.provisioner.application;

import java.time.Duration;

/**
 * The request rates that AWS allows, shared by all replicas of this service. AWS counts per account, region and category of
 * operations; none of these quotas can be raised.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html">Quotas in Amazon Cognito</a>
 */
public interface RequestBudget {
    /** What one quota counts. */
    record Account(String accountId, String region, String category) {}

    /**
     * Reserves the next free places for this many calls, one spacing apart.
     *
     * @return how long to wait for the first place; not negative
     */
    Duration reserve(Account account, int calls, Duration spacing);

    /** AWS throttled all the same: whoever reserves next comes this much later. */
    void slowDown(Account account, Duration pause);
}
