package io.integrationshub.provisioner.cognito;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The categories in which Amazon Cognito counts requests, per account and region over all its user pools, and how many a second it
 * allows.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html">Quotas in Amazon Cognito</a>
 */
enum Quota {
    USER_POOL_READ("UserPoolRead", 15, false, "DescribeUserPool", "ListUserPools"),
    USER_POOL_UPDATE("UserPoolUpdate", 15, false, "CreateUserPool", "UpdateUserPool", "DeleteUserPool"),
    RESOURCE_READ(
            "UserPoolResourceRead",
            20,
            true,
            "DescribeUserPoolDomain",
            "GetUserPoolMfaConfig",
            "GetUICustomization",
            "DescribeManagedLoginBrandingByClient"),
    RESOURCE_UPDATE(
            "UserPoolResourceUpdate",
            15,
            true,
            "CreateUserPoolDomain",
            "UpdateUserPoolDomain",
            "DeleteUserPoolDomain",
            "SetUserPoolMfaConfig",
            "SetUICustomization",
            "CreateManagedLoginBranding",
            "UpdateManagedLoginBranding"),
    CLIENT_READ("UserPoolClientRead", 15, true, "DescribeUserPoolClient", "ListUserPoolClients"),
    CLIENT_UPDATE("UserPoolClientUpdate", 15, true, "CreateUserPoolClient", "UpdateUserPoolClient");

    /** Of these quotas, each operation is allowed this often a second for one user pool. */
    static final int PER_POOL = 5;

    private final String category;
    private final int perSecond;
    private final boolean cappedPerPool;
    private final Set<String> operations;

    Quota(String category, int perSecond, boolean cappedPerPool, String... operations) {
        this.category = category;
        this.perSecond = perSecond;
        this.cappedPerPool = cappedPerPool;
        this.operations = Set.of(operations);
    }

    /** Empty for an operation of another service. */
    static Optional<Quota> of(String operation) {
        return Arrays.stream(values())
                .filter(quota -> quota.operations.contains(operation))
                .findFirst();
    }

    /** As AWS names it. */
    String category() {
        return category;
    }

    int perSecond() {
        return perSecond;
    }

    boolean cappedPerPool() {
        return cappedPerPool;
    }

    /**
     * Time between two calls.
     *
     * @param share how much of what is allowed is used, up to 1
     */
    Duration spacing(double share) {
        return Duration.ofNanos((long) (1_000_000_000 / (perSecond * share)));
    }
}
