package io.integrationshub.provisioner.cognito;

import io.integrationshub.provisioner.application.AppClients;
import io.integrationshub.provisioner.domain.AppClient;
import io.integrationshub.provisioner.domain.Document;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientDescription;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** App clients over the API of Amazon Cognito. */
record AwsAppClients(CognitoIdentityProviderClient repeating, CognitoIdentityProviderClient sendingOnce)
        implements AppClients {

    @Override
    public List<String> named(String userPoolId, String name) {
        return AwsCall.repeatable(
                "cognito",
                "ListUserPoolClients",
                () -> repeating
                        .listUserPoolClientsPaginator(
                                page -> page.userPoolId(userPoolId).maxResults(AwsUserPools.LARGEST_PAGE))
                        .stream()
                        .flatMap(page -> page.userPoolClients().stream())
                        .filter(client -> name.equals(client.clientName()))
                        .map(UserPoolClientDescription::clientId)
                        .toList());
    }

    @Override
    public Optional<String> first(String userPoolId) {
        return AwsCall.repeatable("cognito", "ListUserPoolClients", () -> {
            try {
                return repeating
                        .listUserPoolClients(
                                request -> request.userPoolId(userPoolId).maxResults(1))
                        .userPoolClients()
                        .stream()
                        .findFirst()
                        .map(UserPoolClientDescription::clientId);
            } catch (ResourceNotFoundException gone) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Optional<AppClient> describe(String userPoolId, String clientId) {
        return AwsCall.repeatable("cognito", "DescribeUserPoolClient", () -> {
            try {
                return Optional.of(client(repeating
                        .describeUserPoolClient(
                                request -> request.userPoolId(userPoolId).clientId(clientId))
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
        return AwsCall.create(
                "CreateUserPoolClient",
                () -> client(sendingOnce.createUserPoolClient(body).userPoolClient()));
    }

    @Override
    public void update(Document request) {
        UpdateUserPoolClientRequest body = SdkDocuments.write(UpdateUserPoolClientRequest.builder(), request)
                .build();
        AwsCall.repeatable("cognito", "UpdateUserPoolClient", () -> repeating.updateUserPoolClient(body));
    }

    private static AppClient client(UserPoolClientType type) {
        return new AppClient(SdkDocuments.read(type).without("ClientSecret"), type.clientSecret());
    }
}
