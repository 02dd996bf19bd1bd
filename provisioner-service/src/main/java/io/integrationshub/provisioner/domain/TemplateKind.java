package io.integrationshub.provisioner.domain;

import io.integrationshub.contracts.Templates;
import java.util.List;

/** The four request templates, each named after the Cognito operation whose body it renders to. */
public enum TemplateKind {
    CREATE_USER_POOL("CreateUserPool", "create-user-pool"),
    UPDATE_USER_POOL("UpdateUserPool", "update-user-pool"),
    CREATE_USER_POOL_CLIENT("CreateUserPoolClient", "create-user-pool-client"),
    UPDATE_USER_POOL_CLIENT("UpdateUserPoolClient", "update-user-pool-client");

    private final String operation;
    private final String resource;

    TemplateKind(String operation, String resource) {
        this.operation = operation;
        this.resource = resource;
    }

    /** Name of the operation in the AWS API. */
    public String operation() {
        return operation;
    }

    /** Its name in {@link Templates}. */
    public String member() {
        return Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
    }

    /** What a template must not take away or say otherwise, see {@link ProtectedMembers}. */
    public List<String> protectedMembers() {
        return switch (this) {
            case CREATE_USER_POOL -> List.of("PoolName");
            case UPDATE_USER_POOL -> List.of("UserPoolId", "PoolName");
            case CREATE_USER_POOL_CLIENT -> List.of("UserPoolId", "ClientName", "GenerateSecret");
            case UPDATE_USER_POOL_CLIENT ->
                List.of("UserPoolId", "ClientId", "ClientName", "CallbackURLs", "AllowedOAuthFlowsUserPoolClient");
        };
    }

    /** Name of the default's file. */
    public String resource() {
        return resource;
    }

    /** The admin's own text of this template; null for the default. */
    public String customText(Templates templates) {
        return switch (this) {
            case CREATE_USER_POOL -> templates.createUserPool();
            case UPDATE_USER_POOL -> templates.updateUserPool();
            case CREATE_USER_POOL_CLIENT -> templates.createUserPoolClient();
            case UPDATE_USER_POOL_CLIENT -> templates.updateUserPoolClient();
        };
    }
}
