package io.integrationshub.provisioner.cognito;

import io.integrationshub.provisioner.application.UserPools;
import io.integrationshub.provisioner.domain.Document;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolRequest;

/** User pools over the API of Amazon Cognito. */
record AwsUserPools(CognitoIdentityProviderClient repeating, CognitoIdentityProviderClient sendingOnce)
        implements UserPools {
    static final int LARGEST_PAGE = 60;

    @Override
    public List<Summary> list() {
        return AwsCall.repeatable(
                "cognito",
                "ListUserPools",
                () -> repeating.listUserPoolsPaginator(page -> page.maxResults(LARGEST_PAGE)).stream()
                        .flatMap(page -> page.userPools().stream())
                        .map(pool -> new Summary(pool.id(), pool.name()))
                        .toList());
    }

    @Override
    public Optional<Summary> first() {
        return AwsCall.repeatable(
                "cognito",
                "ListUserPools",
                () -> repeating.listUserPools(page -> page.maxResults(1)).userPools().stream()
                        .findFirst()
                        .map(pool -> new Summary(pool.id(), pool.name())));
    }

    @Override
    public Optional<Document> mfa(String userPoolId) {
        return AwsCall.repeatable("cognito", "GetUserPoolMfaConfig", () -> {
            try {
                return Optional.of(
                        SdkDocuments.read(repeating.getUserPoolMfaConfig(request -> request.userPoolId(userPoolId))));
            } catch (ResourceNotFoundException gone) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Optional<Document> describe(String userPoolId) {
        return AwsCall.repeatable("cognito", "DescribeUserPool", () -> {
            try {
                return Optional.of(SdkDocuments.read(repeating
                        .describeUserPool(request -> request.userPoolId(userPoolId))
                        .userPool()));
            } catch (ResourceNotFoundException gone) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Document create(Document request) {
        CreateUserPoolRequest body =
                SdkDocuments.write(CreateUserPoolRequest.builder(), request).build();
        return AwsCall.create(
                "CreateUserPool",
                () -> SdkDocuments.read(sendingOnce.createUserPool(body).userPool()));
    }

    @Override
    public void update(Document request) {
        UpdateUserPoolRequest body =
                SdkDocuments.write(UpdateUserPoolRequest.builder(), request).build();
        AwsCall.repeatable("cognito", "UpdateUserPool", () -> repeating.updateUserPool(body));
    }
}
