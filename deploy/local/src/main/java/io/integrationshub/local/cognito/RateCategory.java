package io.integrationshub.local.cognito;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * How Cognito counts requests: by category, over all user pools of an account in a region.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html">Quotas in Amazon Cognito</a>
 */
enum RateCategory {
    USER_POOL_READ("UserPoolRead", 15, false, "DescribeUserPool", "ListUserPools"),
    USER_POOL_UPDATE("UserPoolUpdate", 15, false, "CreateUserPool", "UpdateUserPool", "DeleteUserPool"),
    RESOURCE_READ(
            "UserPoolResourceRead",
            20,
            true,
            "DescribeUserPoolDomain",
            "GetUserPoolMfaConfig",
            "GetUICustomization",
            "DescribeManagedLoginBrandingByClient",
            "ListTagsForResource"),
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
            "UpdateManagedLoginBranding",
            "TagResource",
            "UntagResource",
            "AddCustomAttributes"),
    CLIENT_READ("UserPoolClientRead", 15, true, "DescribeUserPoolClient", "ListUserPoolClients"),
    CLIENT_UPDATE(
            "UserPoolClientUpdate", 15, true, "CreateUserPoolClient", "UpdateUserPoolClient", "DeleteUserPoolClient");

    /** In the categories with a cap, each operation on one user pool. */
    static final int PER_POOL = 5;

    private final String label;
    private final int perSecond;
    private final boolean cappedPerPool;
    private final Set<String> operations;

    RateCategory(String label, int perSecond, boolean cappedPerPool, String... operations) {
        this.label = label;
        this.perSecond = perSecond;
        this.cappedPerPool = cappedPerPool;
        this.operations = Set.of(operations);
    }

    /** Empty for an operation that is not counted. */
    static Optional<RateCategory> of(String operation) {
        return Arrays.stream(values())
                .filter(category -> category.operations.contains(operation))
                .findFirst();
    }

    String label() {
        return label;
    }

    int perSecond() {
        return perSecond;
    }

    boolean cappedPerPool() {
        return cappedPerPool;
    }
}
