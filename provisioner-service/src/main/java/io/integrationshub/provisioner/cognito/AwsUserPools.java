package io.integrationshub.provisioner.cognito;

import io.integrationshub.provisioner.application.UserPools;
import io.integrationshub.provisioner.cognito.AwsCalls.Call;
import io.integrationshub.provisioner.domain.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeleteUserPoolResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUserPoolsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SetUserPoolMfaConfigRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** User pools over the API of Amazon Cognito. */
record AwsUserPools(CognitoIdentityProviderClient cognito, AwsCalls calls, AwsCalls.Target target)
        implements UserPools {
    static final int LARGEST_PAGE = 60;

    @Override
    public List<Summary> list() {
        List<Summary> pools = new ArrayList<>();
        String next = null;
        do {
            String token = next;
            ListUserPoolsResponse page = list(LARGEST_PAGE, token);
            page.userPools().forEach(pool -> pools.add(new Summary(pool.id(), pool.name())));
            next = page.nextToken();
        } while (next != null);
        return pools;
    }

    @Override
    public Optional<Summary> first() {
        return list(1, null).userPools().stream().findFirst().map(pool -> new Summary(pool.id(), pool.name()));
    }

    private ListUserPoolsResponse list(int items, String token) {
        return calls.repeatable(
                call("ListUserPools", null),
                () -> cognito.listUserPools(page -> page.maxResults(items).nextToken(token)));
    }

    @Override
    public Optional<Document> mfa(String userPoolId) {
        return calls.repeatable(call("GetUserPoolMfaConfig", userPoolId), () -> {
            try {
                return Optional.of(
                        SdkDocuments.read(cognito.getUserPoolMfaConfig(request -> request.userPoolId(userPoolId))));
            } catch (ResourceNotFoundException gone) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void setMfa(Document request) {
        SetUserPoolMfaConfigRequest body = SdkDocuments.write(SetUserPoolMfaConfigRequest.builder(), request)
                .build();
        calls.repeatable(call("SetUserPoolMfaConfig", body.userPoolId()), () -> cognito.setUserPoolMfaConfig(body));
    }

    @Override
    public Optional<Document> describe(String userPoolId) {
        return calls.repeatable(call("DescribeUserPool", userPoolId), () -> {
            try {
                return Optional.of(pool(
                        "DescribeUserPool",
                        cognito.describeUserPool(request -> request.userPoolId(userPoolId))
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
        return calls.once(
                call("CreateUserPool", null),
                () -> pool("CreateUserPool", cognito.createUserPool(body).userPool()));
    }

    @Override
    public void update(Document request) {
        UpdateUserPoolRequest body =
                SdkDocuments.write(UpdateUserPoolRequest.builder(), request).build();
        calls.repeatable(call("UpdateUserPool", body.userPoolId()), () -> cognito.updateUserPool(body));
    }

    @Override
    public void delete(String userPoolId) {
        calls.repeatable(call("DeleteUserPool", userPoolId), () -> {
            try {
                return cognito.deleteUserPool(request -> request.userPoolId(userPoolId));
            } catch (ResourceNotFoundException gone) {
                return DeleteUserPoolResponse.builder().build();
            }
        });
    }

    private Call call(String operation, String userPoolId) {
        return new Call(target, operation, userPoolId);
    }

    /** An endpoint other than Amazon's may leave out what everything else rests on. */
    private static Document pool(String operation, UserPoolType pool) {
        if (pool == null || pool.id() == null || pool.name() == null) {
            throw AwsErrors.unsupported(
                    "cognito", "The answer to " + operation + " shows no user pool with id and name");
        }
        return SdkDocuments.read(pool);
    }
}
