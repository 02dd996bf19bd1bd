package io.integrationshub.acceptance.hub;

import java.util.List;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DomainDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** What there is in an AWS account, asked with the AWS SDK. */
public record AwsAccount(CognitoIdentityProviderClient cognito) implements AutoCloseable {
    /** The tag that says whose pool it is. */
    public static final String OWNERSHIP = "integrationshub:integration-id";

    private static final int PAGE = 60;

    public List<UserPoolType> pools() {
        return cognito.listUserPools(r -> r.maxResults(PAGE)).userPools().stream()
                .map(pool ->
                        cognito.describeUserPool(r -> r.userPoolId(pool.id())).userPool())
                .toList();
    }

    public List<UserPoolClientType> clients(String poolId) {
        return cognito.listUserPoolClients(r -> r.userPoolId(poolId).maxResults(PAGE)).userPoolClients().stream()
                .map(client -> cognito.describeUserPoolClient(
                                r -> r.userPoolId(poolId).clientId(client.clientId()))
                        .userPoolClient())
                .toList();
    }

    public DomainDescriptionType domain(String prefix) {
        return cognito.describeUserPoolDomain(r -> r.domain(prefix)).domainDescription();
    }

    @Override
    public void close() {
        cognito.close();
    }
}
