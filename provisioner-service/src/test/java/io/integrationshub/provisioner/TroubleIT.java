package io.integrationshub.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.PoolReady;
import io.integrationshub.contracts.ProvisioningFailed;
import io.integrationshub.contracts.SignInReady;
import io.integrationshub.contracts.StepFailed;
import io.integrationshub.contracts.Templates;
import io.integrationshub.local.cognito.CognitoStandIn;
import io.integrationshub.local.test.Waits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

@OnRealInfra
class TroubleIT {
    private final Admin admin = new Admin();

    @AfterEach
    void behave() {
        Aws.behave();
    }

    @AfterAll
    static void everyRecordIsValid() {
        Admin.requireValidRecords();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreateUserPool", "CreateUserPoolDomain", "CreateUserPoolClient"})
    void aLostReplyOfACreateLeavesOneResource(String operation) {
        Aws.misbehave(operation, "drop-reply", 1);
        long before = Aws.now();
        Execution execution = admin.configure();

        PoolReady ready = admin.await(execution, PoolReady.class);

        assertThat(Aws.writesSince(before).filter(operation::equals)).hasSize(1);
        assertThat(Aws.poolOf(admin.integration).id())
                .isEqualTo(ready.userPool().id());
        assertThat(Aws.clientsOf(ready.userPool().id())).hasSize(1);
        assertThat(admin.published(execution, StepFailed.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GetCallerIdentity, throttle, 4",
        "ListUserPools, error500, 4",
        "CreateUserPool, throttle, 2",
        "CreateUserPool, error500, 1",
        "DescribeUserPoolDomain, throttle, 4",
        "CreateUserPoolClient, html, 1",
        "UpdateUserPoolClient, drop-reply, 2",
        "UpdateUserPoolClient, error500, 4",
        "*, throttle, 12"
    })
    void troubleThatPassesIsWaitedFor(String operation, String kind, int times) {
        Aws.misbehave(operation, kind, times);

        SignInReady ready = admin.deploy();

        assertThat(Aws.poolOf(admin.integration).id())
                .isEqualTo(ready.userPool().id());
        assertThat(Aws.clientsOf(ready.userPool().id())).hasSize(1);
    }

    @Test
    void aWrongSecretFailsAtTheConnectionAndIsCorrectedByANewExecution() {
        admin.keys(CognitoStandIn.ACCESS_KEY_ID, "not-the-secret-of-this-key");

        ProvisioningFailed failed = admin.await(admin.configure(), ProvisioningFailed.class);

        assertThat(failed.step()).isEqualTo("Check AWS Connection");
        assertThat(failed.failure().errorClass()).isEqualTo(ErrorClass.CREDENTIALS);
        assertThat(failed.failure().code()).isIn("SignatureDoesNotMatch", "InvalidSignatureException");
        assertThat(failed.failure().remedyId()).isEqualTo("aws-credentials");
        assertThat(failed.failure().service()).isEqualTo("sts");
        admin.keys(CognitoStandIn.ACCESS_KEY_ID, CognitoStandIn.SECRET_ACCESS_KEY)
                .deploy();
        assertThat(Aws.poolsOf(admin.integration)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ListUserPools, List User Pool",
        "CreateUserPool, Create User Pool",
        "CreateUserPoolDomain, User Pool Domain",
        "CreateUserPoolClient, Create User Pool Client"
    })
    void aMissingPermissionIsNamedAndNoSecondPoolComesOfIt(String action, String step) {
        Aws.misbehave(action, "deny", 1);

        ProvisioningFailed failed = admin.await(admin.configure(), ProvisioningFailed.class);

        assertThat(failed.step()).isEqualTo(step);
        assertThat(failed.failure().errorClass()).isEqualTo(ErrorClass.PERMISSION);
        assertThat(failed.failure().code()).isEqualTo("AccessDeniedException");
        assertThat(failed.failure().remedyId()).isEqualTo("aws-permissions");
        assertThat(failed.failure().message()).contains("cognito-idp:" + action);
        assertThat(failed.failure().requestId()).isNotBlank();
        admin.deploy();
        assertThat(Aws.poolsOf(admin.integration)).hasSize(1);
        assertThat(Aws.clientsOf(Aws.poolOf(admin.integration).id())).hasSize(1);
    }

    @Test
    void aTakenDomainFailsAndAnotherOneSucceedsInTheSamePool() {
        try (CognitoIdentityProviderClient stranger = Aws.console(Aws.OTHER_KEY, Aws.OTHER_SECRET)) {
            String theirs = stranger.createUserPool(request -> request.poolName("Theirs"))
                    .userPool()
                    .id();
            stranger.createUserPoolDomain(
                    request -> request.domain(admin.prefix).userPoolId(theirs).managedLoginVersion(1));
        }

        ProvisioningFailed failed = admin.await(admin.configure(), ProvisioningFailed.class);

        assertThat(failed.step()).isEqualTo("User Pool Domain");
        assertThat(failed.failure().errorClass()).isEqualTo(ErrorClass.CONFLICT);
        assertThat(failed.failure().code()).isEqualTo("DOMAIN_TAKEN");
        assertThat(failed.failure().remedyId()).isEqualTo("domain-taken");
        String pool = Aws.poolOf(admin.integration).id();
        SignInReady ready = admin.domain(admin.prefix + "-2").deploy();
        assertThat(ready.userPool().id()).isEqualTo(pool);
        assertThat(Aws.poolsOf(admin.integration)).hasSize(1);
    }

    @Test
    void aDomainIsNeverMovedWithoutConsent() {
        admin.deploy();
        long before = Aws.now();

        ProvisioningFailed failed =
                admin.await(admin.domain(admin.prefix + "-2").configure(), ProvisioningFailed.class);

        assertThat(failed.failure().code()).isEqualTo("DOMAIN_MOVE");
        assertThat(Aws.poolOf(admin.integration).domain()).isEqualTo(admin.prefix);
        assertThat(Aws.writesSince(before)).isEmpty();
    }

    @Test
    void keysOfAnotherAccountAreRefused() {
        admin.deploy();
        long before = Aws.now();

        ProvisioningFailed failed =
                admin.await(admin.keys(Aws.OTHER_KEY, Aws.OTHER_SECRET).configure(), ProvisioningFailed.class);

        assertThat(failed.failure().errorClass()).isEqualTo(ErrorClass.CONFLICT);
        assertThat(failed.failure().code()).isEqualTo("ACCOUNT_CHANGED");
        assertThat(failed.failure().message()).contains("111122223333").contains("444455556666");
        assertThat(Aws.writesSince(before)).isEmpty();
    }

    @Test
    void anotherRegionIsRefusedAndNoSecondPoolComesOfIt() {
        admin.deploy();
        long before = Aws.now();

        ProvisioningFailed failed = admin.await(admin.region("eu-central-1").configure(), ProvisioningFailed.class);

        assertThat(failed.failure().errorClass()).isEqualTo(ErrorClass.CONFLICT);
        assertThat(failed.failure().code()).isEqualTo("REGION_CHANGED");
        assertThat(Aws.writesSince(before)).isEmpty();
    }

    @Test
    void aPoolDeletedOutsideIsMadeAnewWithItsClient() {
        String first = admin.deploy().userPool().id();
        try (CognitoIdentityProviderClient console = Aws.console()) {
            console.deleteUserPoolDomain(r -> r.domain(admin.prefix).userPoolId(first));
            Waits.await().ignoreExceptions().until(() -> {
                console.deleteUserPool(r -> r.userPoolId(first));
                return true;
            });
        }

        SignInReady ready = admin.deploy();

        assertThat(ready.userPool().id()).isNotEqualTo(first);
        assertThat(Aws.poolOf(admin.integration).id())
                .isEqualTo(ready.userPool().id());
    }

    @Test
    void aTemplateThatCannotBeUsedFailsBeforeAnythingIsSent() {
        long before = Aws.now();
        admin.templates(new Templates(
                "{\"PoolName\":\"{{poolName}}\",\"Policies\":{\"PasswordPolicy\":{\"MinimumLength\":5}}}",
                null,
                null,
                null));

        ProvisioningFailed failed = admin.await(admin.configure(), ProvisioningFailed.class);

        assertThat(failed.failure().errorClass()).isEqualTo(ErrorClass.INPUT);
        assertThat(failed.failure().code()).isEqualTo("INVALID_TEMPLATE");
        assertThat(failed.failure().message()).contains("Policies.PasswordPolicy.MinimumLength must be at least 6");
        assertThat(Aws.writesSince(before)).isEmpty();
    }

    @Test
    void aCreateOnlyMemberThatChangesLaterIsRefused() {
        admin.templates(new Templates(
                        "{\"PoolName\":\"{{poolName}}\",\"UsernameAttributes\":[\"email\"]}", null, null, null))
                .deploy();
        long before = Aws.now();
        admin.templates(
                new Templates("{\"PoolName\":\"{{poolName}}\",\"AliasAttributes\":[\"email\"]}", null, null, null));

        ProvisioningFailed failed = admin.await(admin.configure(), ProvisioningFailed.class);

        assertThat(failed.failure().code()).isEqualTo("LOCKED_FIELD");
        assertThat(Aws.writesSince(before)).isEmpty();
    }
}
