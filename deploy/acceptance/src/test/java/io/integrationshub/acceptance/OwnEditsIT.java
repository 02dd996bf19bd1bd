package io.integrationshub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.acceptance.hub.AwsAccount;
import io.integrationshub.acceptance.hub.HubExtension;
import io.integrationshub.acceptance.hub.RunningHub;
import io.integrationshub.acceptance.hub.StoreAdmin;
import io.integrationshub.acceptance.hub.Tenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** What an administrator set at Cognito by hand outlives the hub's own updates, although those reset what they leave out. */
@Order(2)
@ExtendWith(HubExtension.class)
class OwnEditsIT {
    private static final String TRIGGER = "arn:aws:lambda:eu-west-1:111122223333:function:check-sign-up";
    private static final int MINIMUM_LENGTH = 23;
    private static final int REFRESH_DAYS = 7;
    private static final String NEW_CALLBACK = "https://shop.example.com/second";

    private final RunningHub hub;

    OwnEditsIT(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void stayWhenOtherFieldsAreReconfigured() {
        Tenant tenant = hub.knownTenant("own-edits");
        StoreAdmin admin = hub.admin(tenant.store());
        StoreAdmin.Started first = admin.configure(tenant.pages());
        assertThat(admin.awaitEnd(first.executionId()).path("status").asText()).isEqualTo("SUCCEEDED");
        Outside before = Outside.complete(hub, tenant, first.integrationId());
        edit(tenant, before);

        StoreAdmin.Started second = admin.reconfigure(
                first.integrationId(),
                Map.of(
                        "buyer-organization",
                        tenant.buyerOrganization(List.of(Tenant.CALLBACKS.getFirst(), NEW_CALLBACK)),
                        "templates",
                        Map.of("updateUserPool", """
                                {"UserPoolId": "{{userPoolId}}", "DeletionProtection": "ACTIVE"}""")));

        JsonNode execution = admin.awaitEnd(second.executionId());
        assertThat(execution.path("status").asText()).as(execution.toString()).isEqualTo("SUCCEEDED");
        Outside after = Outside.complete(hub, tenant, first.integrationId());
        assertThat(hub.cognito().writes(tenant.accountId()))
                .as("both were really updated")
                .endsWith("UpdateUserPool", "UpdateUserPoolClient");
        assertThat(after.pool().deletionProtectionAsString()).isEqualTo("ACTIVE");
        assertThat(after.client().callbackURLs()).contains(NEW_CALLBACK);
        assertThat(after.pool().policies().passwordPolicy().minimumLength()).isEqualTo(MINIMUM_LENGTH);
        assertThat(after.pool().lambdaConfig().preSignUp()).isEqualTo(TRIGGER);
        assertThat(after.pool().userPoolTags()).containsEntry("cost-centre", "4711");
        assertThat(after.client().refreshTokenValidity()).isEqualTo(REFRESH_DAYS);
    }

    /** As the console does it: everything that is there, and the change. */
    private void edit(Tenant tenant, Outside outside) {
        UserPoolType pool = outside.pool();
        UserPoolClientType client = outside.client();
        Map<String, String> tags = new HashMap<>(pool.userPoolTags());
        tags.put("cost-centre", "4711");
        try (AwsAccount aws = hub.cognito().account(tenant)) {
            aws.cognito()
                    .updateUserPool(r -> r.userPoolId(pool.id())
                            .userPoolTags(tags)
                            .policies(p -> p.passwordPolicy(policy -> policy.minimumLength(MINIMUM_LENGTH)
                                    .requireNumbers(true)
                                    .temporaryPasswordValidityDays(3)))
                            .lambdaConfig(lambda -> lambda.preSignUp(TRIGGER)));
            aws.cognito()
                    .updateUserPoolClient(r -> r.userPoolId(pool.id())
                            .clientId(client.clientId())
                            .clientName(client.clientName())
                            .callbackURLs(client.callbackURLs())
                            .allowedOAuthFlows(client.allowedOAuthFlows())
                            .allowedOAuthFlowsUserPoolClient(true)
                            .allowedOAuthScopes(client.allowedOAuthScopes())
                            .supportedIdentityProviders(client.supportedIdentityProviders())
                            .explicitAuthFlows(client.explicitAuthFlows())
                            .refreshTokenValidity(REFRESH_DAYS));
        }
    }
}
