package io.integrationshub.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.PoolReady;
import io.integrationshub.contracts.SignInReady;
import io.integrationshub.contracts.StepSucceeded;
import io.integrationshub.contracts.Templates;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.runtime.secrets.SecretContext;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LambdaConfigType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

@OnRealInfra
class DeployIT {
    private final Admin admin = new Admin();

    @AfterAll
    static void everyRecordIsValid() {
        Admin.requireValidRecords();
    }

    @Test
    void makesPoolDomainAndClient() {
        Execution execution = admin.configure();

        PoolReady ready = admin.await(execution, PoolReady.class);

        UserPoolType pool = Aws.poolOf(admin.integration);
        assertThat(ready.userPool().id()).isEqualTo(pool.id());
        assertThat(ready.userPool().accountId()).isEqualTo("111122223333");
        assertThat(ready.userPool().discoveryUrl())
                .isEqualTo(HubInfra.cognito().uri() + "/" + pool.id() + "/.well-known/openid-configuration");
        assertThat(pool.domain()).isEqualTo(admin.prefix);
        UserPoolClientType client = Aws.clientsOf(pool.id()).getFirst();
        assertThat(Keyrings.openedByCommerceSso(
                        Admin.STORE,
                        admin.integration,
                        SecretContext.USER_POOL_CLIENT_SECRET,
                        ready.userPool().clientSecret()))
                .isEqualTo(client.clientSecret());
        assertThat(admin.published(execution, StepSucceeded.class))
                .extracting(event -> event.step().name())
                .containsExactly(
                        "Check AWS Connection",
                        "List User Pool",
                        "Create User Pool",
                        "User Pool Domain",
                        "Create User Pool Client");
    }

    /** As the default of the product documentation says it. */
    @Test
    void aClientTemplateThatDoesNotAskForASecretGetsOne() {
        admin.templates(new Templates(
                        null, null, "{\"UserPoolId\":\"{{userPoolId}}\",\"ClientName\":\"{{poolName}}\"}", null))
                .deploy();

        UserPoolClientType client =
                Aws.clientsOf(Aws.poolOf(admin.integration).id()).getFirst();
        assertThat(client.clientSecret()).isNotBlank();
    }

    @Test
    void registersEveryCallbackAndChecksTheSignIn() {
        SignInReady ready = admin.deploy();

        UserPoolClientType client =
                Aws.clientsOf(Aws.poolOf(admin.integration).id()).getFirst();
        assertThat(client.callbackURLs())
                .containsExactlyInAnyOrder(
                        Admin.CALLBACK + "buyer", Admin.CALLBACK + "merchant", "https://shop.example.com/oidc");
        assertThat(client.allowedOAuthFlows()).containsExactly(OAuthFlowType.CODE);
        assertThat(client.allowedOAuthScopes()).containsExactlyInAnyOrder("openid", "email", "profile");
        assertThat(client.allowedOAuthFlowsUserPoolClient()).isTrue();
        assertThat(client.supportedIdentityProviders()).containsExactly("COGNITO");
        assertThat(ready.writes()).isEqualTo(4);
        assertThat(ready.realms()).hasSize(2);
        assertThat(ready.signInHost()).isEqualTo(HubInfra.cognito().uri().toString());
    }

    @Test
    void aSecondExecutionWritesNothing() {
        admin.deploy();
        long before = Aws.now();

        SignInReady again = admin.deploy();

        assertThat(again.writes()).isZero();
        assertThat(Aws.writesSince(before)).isEmpty();
        assertThat(admin.published()
                        .filter(StepSucceeded.class::isInstance)
                        .map(StepSucceeded.class::cast)
                        .filter(event -> again.executionId().equals(event.executionId())))
                .extracting(event -> event.step().name() + "=" + event.writes())
                .containsExactly(
                        "Check AWS Connection=0",
                        "List User Pool=0",
                        "Update User Pool=0",
                        "User Pool Domain=0",
                        "Describe User Pool Client=0",
                        "Update User Pool Client=0",
                        "Check Sign-in=0");
    }

    @Test
    void whatAnAdministratorSetInTheConsoleSurvives() {
        admin.deploy();
        UserPoolType pool = Aws.poolOf(admin.integration);
        String trigger = "arn:aws:lambda:eu-west-1:111122223333:function:greet";
        try (CognitoIdentityProviderClient console = Aws.console()) {
            console.updateUserPool(request -> request.userPoolId(pool.id())
                    .userPoolTags(pool.userPoolTags())
                    .policies(policies -> policies.passwordPolicy(
                            password -> password.minimumLength(14).requireSymbols(false)))
                    .lambdaConfig(
                            LambdaConfigType.builder().postConfirmation(trigger).build()));
        }

        SignInReady renamed = admin.poolName("Shop users").deploy();

        UserPoolType now = Aws.poolOf(admin.integration);
        assertThat(now.name()).isEqualTo("Shop users");
        assertThat(now.id()).isEqualTo(pool.id());
        assertThat(now.policies().passwordPolicy().minimumLength()).isEqualTo(14);
        assertThat(now.lambdaConfig().postConfirmation()).isEqualTo(trigger);
        assertThat(Aws.clientsOf(now.id()))
                .extracting(UserPoolClientType::clientName)
                .containsExactly("Shop users");
        assertThat(renamed.writes()).isEqualTo(2);
    }

    @Test
    void aStorefrontThatIsGoneCanNoLongerBeReturnedTo() {
        admin.storefronts("https://old.example.com/oidc", "https://shop.example.com/oidc")
                .deploy();
        UserPoolType pool = Aws.poolOf(admin.integration);
        UserPoolClientType client = Aws.clientsOf(pool.id()).getFirst();
        try (CognitoIdentityProviderClient console = Aws.console()) {
            console.updateUserPoolClient(request -> request.userPoolId(pool.id())
                    .clientId(client.clientId())
                    .allowedOAuthFlowsUserPoolClient(true)
                    .allowedOAuthFlows(client.allowedOAuthFlows())
                    .allowedOAuthScopes(client.allowedOAuthScopes())
                    .supportedIdentityProviders(client.supportedIdentityProviders())
                    .callbackURLs(
                            Stream.concat(client.callbackURLs().stream(), Stream.of("https://mine.example.com/cb"))
                                    .toList()));
        }

        admin.storefronts("https://shop.example.com/oidc").deploy();

        assertThat(Aws.clientsOf(pool.id()).getFirst().callbackURLs())
                .contains("https://mine.example.com/cb", "https://shop.example.com/oidc", Admin.CALLBACK + "buyer")
                .doesNotContain("https://old.example.com/oidc");
    }
}
