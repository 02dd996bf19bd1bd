package io.integrationshub.provisioner.domain;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What the hub's keys must be allowed, by the least. ListUserPools, DescribeUserPoolDomain and CreateUserPool know no resource, so they
 * are allowed on all; deleting is limited to pools with the hub's tag.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html">Actions of Amazon
 *     Cognito user pools</a>
 */
public enum Permission {
    LIST_USER_POOLS("ListUserPools", Scope.ALL),
    DESCRIBE_USER_POOL_DOMAIN("DescribeUserPoolDomain", Scope.ALL),
    CREATE_USER_POOL("CreateUserPool", Scope.ALL),
    DESCRIBE_USER_POOL("DescribeUserPool", Scope.POOLS),
    UPDATE_USER_POOL("UpdateUserPool", Scope.POOLS),
    TAG_RESOURCE("TagResource", Scope.POOLS),
    CREATE_USER_POOL_CLIENT("CreateUserPoolClient", Scope.POOLS),
    UPDATE_USER_POOL_CLIENT("UpdateUserPoolClient", Scope.POOLS),
    DESCRIBE_USER_POOL_CLIENT("DescribeUserPoolClient", Scope.POOLS),
    LIST_USER_POOL_CLIENTS("ListUserPoolClients", Scope.POOLS),
    CREATE_USER_POOL_DOMAIN("CreateUserPoolDomain", Scope.POOLS),
    UPDATE_USER_POOL_DOMAIN("UpdateUserPoolDomain", Scope.POOLS),
    GET_USER_POOL_MFA_CONFIG("GetUserPoolMfaConfig", Scope.POOLS),
    SET_USER_POOL_MFA_CONFIG("SetUserPoolMfaConfig", Scope.POOLS),
    GET_UI_CUSTOMIZATION("GetUICustomization", Scope.POOLS),
    SET_UI_CUSTOMIZATION("SetUICustomization", Scope.POOLS),
    DESCRIBE_MANAGED_LOGIN_BRANDING("DescribeManagedLoginBrandingByClient", Scope.POOLS),
    CREATE_MANAGED_LOGIN_BRANDING("CreateManagedLoginBranding", Scope.POOLS),
    UPDATE_MANAGED_LOGIN_BRANDING("UpdateManagedLoginBranding", Scope.POOLS),
    DELETE_USER_POOL("DeleteUserPool", Scope.TAGGED_POOLS),
    DELETE_USER_POOL_DOMAIN("DeleteUserPoolDomain", Scope.TAGGED_POOLS),
    DELETE_USER_POOL_CLIENT("DeleteUserPoolClient", Scope.TAGGED_POOLS);

    /** What an action is allowed on. */
    private enum Scope {
        ALL,
        POOLS,
        TAGGED_POOLS
    }

    private static final String POLICY = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "Find",
                  "Effect": "Allow",
                  "Action": [
                    %s
                  ],
                  "Resource": "*"
                },
                {
                  "Sid": "Own",
                  "Effect": "Allow",
                  "Action": [
                    %s
                  ],
                  "Resource": "%s"
                },
                {
                  "Sid": "DeleteOnlyOwned",
                  "Effect": "Allow",
                  "Action": [
                    %s
                  ],
                  "Resource": "%s",
                  "Condition": {"StringLike": {"aws:ResourceTag/%s": "*"}}
                }
              ]
            }
            """;

    private final String operation;
    private final Scope scope;

    Permission(String operation, Scope scope) {
        this.operation = operation;
        this.scope = scope;
    }

    /** As IAM writes it, for example {@code cognito-idp:ListUserPools}. */
    public String action() {
        return "cognito-idp:" + operation;
    }

    /**
     * The IAM policy that allows all of them and nothing else.
     *
     * @param callerArn tells the partition
     */
    public static String policy(String callerArn, String accountId, String region) {
        String partition = callerArn.split(":", 3)[1];
        String pools = "arn:" + partition + ":cognito-idp:" + region + ":" + accountId + ":userpool/*";
        return POLICY.formatted(
                actions(Scope.ALL),
                actions(Scope.POOLS),
                pools,
                actions(Scope.TAGGED_POOLS),
                pools,
                Ownership.INTEGRATION_ID);
    }

    private static String actions(Scope scope) {
        return Arrays.stream(values())
                .filter(permission -> permission.scope == scope)
                .map(permission -> '"' + permission.action() + '"')
                .collect(Collectors.joining(",\n        "));
    }
}
