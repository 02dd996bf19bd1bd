package io.integrationshub.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.SignInReady;
import io.integrationshub.contracts.Templates;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.local.test.Waits;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ConcurrentModificationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** What tools that know less of Cognito lose: members that are left out, secrets of what is renamed, writes that meet. */
@OnRealInfra
class BehaviourIT {
    private final Admin admin = new Admin();

    @AfterEach
    void behave() {
        Aws.behave();
    }

    @Test
    void oneChangedTemplateMemberIsOneUpdateThatKeepsEverythingElse() {
        String id = admin.deploy().userPool().id();
        UserPoolType before = Aws.poolOf(admin.integration);
        long since = Aws.now();

        SignInReady ready = admin.templates(passwords(12)).deploy();

        assertThat(ready.writes()).isEqualTo(1);
        assertThat(Aws.writesSince(since)).containsExactly("UpdateUserPool");
        UserPoolType after = Aws.poolOf(admin.integration);
        assertThat(after.id()).isEqualTo(id);
        assertThat(after.policies().passwordPolicy().minimumLength()).isEqualTo(12);
        assertThat(after.policies().passwordPolicy().toBuilder()
                        .minimumLength(before.policies().passwordPolicy().minimumLength())
                        .build())
                .isEqualTo(before.policies().passwordPolicy());
        assertThat(after.toBuilder()
                        .policies(before.policies())
                        .lastModifiedDate(before.lastModifiedDate())
                        .build())
                .isEqualTo(before);
    }

    @Test
    void aRenameKeepsIdSecretAndIssuer() {
        SignInReady first = admin.deploy();
        UserPoolClientType client = Aws.clientsOf(first.userPool().id()).getFirst();

        SignInReady renamed = admin.poolName("Another name").deploy();

        assertThat(renamed.userPool().id()).isEqualTo(first.userPool().id());
        assertThat(renamed.userPool().issuer()).isEqualTo(first.userPool().issuer());
        assertThat(Aws.poolOf(admin.integration).name()).isEqualTo("Another name");
        UserPoolClientType now = Aws.clientsOf(first.userPool().id()).getFirst();
        assertThat(now.clientName()).isEqualTo("Another name");
        assertThat(now.clientId()).isEqualTo(client.clientId());
        assertThat(now.clientSecret()).isEqualTo(client.clientSecret());
    }

    @Test
    void aWriteThatMeetsAnotherOneIsMadeAfterIt() {
        String id = admin.deploy().userPool().id();
        long since = Aws.now();
        Aws.slow("UpdateUserPool", Duration.ofSeconds(1));
        CompletableFuture<Void> somebodyElse = CompletableFuture.runAsync(() -> {
            try (CognitoIdentityProviderClient console = Aws.console()) {
                UserPoolType pool = Aws.poolOf(admin.integration);
                console.updateUserPool(request -> request.userPoolId(id).userPoolTags(pool.userPoolTags()));
            }
        });
        Waits.await()
                .until(() -> HubInfra.cognito().control("GET", "faults", "").contains("\"faults\":[]"));

        admin.templates(passwords(12)).deploy();

        somebodyElse.join();
        assertThat(Aws.poolOf(admin.integration).policies().passwordPolicy().minimumLength())
                .isEqualTo(12);
        assertThat(Aws.outcomesSince(since)).contains(ConcurrentModificationException.class.getSimpleName());
    }

    private static Templates passwords(int length) {
        return new Templates(
                null,
                "{\"UserPoolId\": \"{{userPoolId}}\", \"Policies\": {\"PasswordPolicy\": {\"MinimumLength\": " + length
                        + "}}}",
                null,
                null);
    }
}
