package io.integrationshub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.acceptance.hub.AwsAccount;
import io.integrationshub.acceptance.hub.CommerceControl;
import io.integrationshub.acceptance.hub.RunningHub;
import io.integrationshub.acceptance.hub.Tenant;
import java.util.List;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** What an integration has to come to, seen from outside. */
record Outside(UserPoolType pool, UserPoolClientType client, List<CommerceControl.Realm> realms) {

    /** Requires one pool of the integration's own, one app client that may call back, one profile per realm. */
    static Outside complete(RunningHub hub, Tenant tenant, String integrationId) {
        List<CommerceControl.Realm> realms = hub.commerce().realms(tenant.clientId());
        try (AwsAccount aws = hub.cognito().account(tenant)) {
            UserPoolType pool = onePool(aws, integrationId);
            assertThat(aws.domain(tenant.domainPrefix()).userPoolId()).isEqualTo(pool.id());
            List<UserPoolClientType> clients = aws.clients(pool.id());
            assertThat(clients).hasSize(1);
            UserPoolClientType client = clients.getFirst();
            hub.keepSecret(client.clientSecret());
            assertThat(realms).hasSize(2).allSatisfy(realm -> {
                assertThat(realm.profiles()).hasSize(1);
                assertThat(client.callbackURLs())
                        .contains(realm.profiles().getFirst().callback());
                assertThat(realm.profiles().getFirst().clientId()).isEqualTo(client.clientId());
            });
            assertThat(hub.commerce().prefix(tenant.clientId())).isEqualTo(tenant.merchantPrefix());
            return new Outside(pool, client, realms);
        }
    }

    /** Requires exactly one pool in the account, with the integration's tag. */
    static UserPoolType onePool(AwsAccount aws, String integrationId) {
        List<UserPoolType> pools = aws.pools();
        assertThat(pools).hasSize(1);
        assertThat(pools.getFirst().userPoolTags()).containsEntry(AwsAccount.OWNERSHIP, integrationId);
        return pools.getFirst();
    }
}
