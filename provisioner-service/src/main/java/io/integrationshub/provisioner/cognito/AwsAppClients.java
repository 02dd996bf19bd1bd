package io.integrationshub.provisioner.cognito;

import io.integrationshub.provisioner.application.AppClients;
import io.integrationshub.provisioner.cognito.AwsCalls.Call;
import io.integrationshub.provisioner.domain.AppClient;
import io.integrationshub.provisioner.domain.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUserPoolClientsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientDescription;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** App clients over the API of Amazon Cognito. */
record AwsAppClients(CognitoIdentityProviderClient cognito, AwsCalls calls, AwsCalls.Target target)
        implements AppClients {
    @Override
    public List<String> named(String userPoolId, String name) {
        List<String> ids = new ArrayList<>();
        String next = null;
        do {
            ListUserPoolClientsResponse page = list(userPoolId, AwsUserPools.LARGEST_PAGE, next);
            page.userPoolClients().stream()
                    .filter(client -> name.equals(client.clientName()))
                    .map(UserPoolClientDescription::clientId)
                    .forEach(ids::add);
            next = page.nextToken();
        } while (next != null);
        return ids;
    }

    @Override
    public Optional<String> first(String userPoolId) {
        return list(userPoolId, 1, null).userPoolClients().stream()
                .findFirst()
                .map(UserPoolClientDescription::clientId);
    }

    /** None of a pool that is gone. */
    private ListUserPoolClientsResponse list(String userPoolId, int items, String token) {
        return calls.repeatable(call("ListUserPoolClients", userPoolId), () -> {
            try {
                return cognito.listUserPoolClients(
                        page -> page.userPoolId(userPoolId).maxResults(items).nextToken(token));
            } catch (ResourceNotFoundException gone) {
                return ListUserPoolClientsResponse.builder().build();
            }
        });
    }

    @Override
    public Optional<AppClient> describe(String userPoolId, String clientId) {
        return calls.repeatable(call("DescribeUserPoolClient", userPoolId), () -> {
            try {
                return Optional.of(client(
                        "DescribeUserPoolClient",
                        cognito.describeUserPoolClient(request ->
                                        request.userPoolId(userPoolId).clientId(clientId))
                                .userPoolClient()));
            } catch (ResourceNotFoundException gone) {
                return Optional.empty();
            }
        });
    }

    @Override
    public AppClient create(Document request) {
        CreateUserPoolClientRequest body = SdkDocuments.write(CreateUserPoolClientRequest.builder(), request)
                .build();
        return calls.once(
                call("CreateUserPoolClient", body.userPoolId()),
                () -> client(
                        "CreateUserPoolClient",
                        cognito.createUserPoolClient(body).userPoolClient()));
    }

    @Override
    public void update(Document request) {
        UpdateUserPoolClientRequest body = SdkDocuments.write(UpdateUserPoolClientRequest.builder(), request)
                .build();
        calls.repeatable(call("UpdateUserPoolClient", body.userPoolId()), () -> cognito.updateUserPoolClient(body));
    }

    private Call call(String operation, String userPoolId) {
        return new Call(target, operation, userPoolId);
    }

    private static AppClient client(String operation, UserPoolClientType type) {
        if (type == null || type.clientId() == null || type.userPoolId() == null) {
            throw AwsErrors.unsupported(
                    "cognito", "The answer to " + operation + " shows no app client with id and user pool");
        }
        return new AppClient(SdkDocuments.read(type).without("ClientSecret"), type.clientSecret());
    }
}
