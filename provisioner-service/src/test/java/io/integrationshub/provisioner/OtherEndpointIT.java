package io.integrationshub.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.Mfa;
import io.integrationshub.contracts.PoolReady;
import io.integrationshub.contracts.ProvisioningFailed;
import io.integrationshub.contracts.SignInReady;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.local.test.Waits;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/**
 * Another endpoint than Amazon's: where it does what Cognito does, so does the hub; where it does not, the hub says ENDPOINT_UNSUPPORTED
 * and what it missed, and has made nothing twice when it is run again.
 */
@OnRealInfra
class OtherEndpointIT {
    private final Admin admin = new Admin();

    @AfterEach
    void behave() {
        Aws.behave();
    }

    @ParameterizedTest
    @CsvSource({
        "GetCallerIdentity, page, Check AWS Connection",
        "ListUserPools, page, List User Pool",
        "ListUserPools, unimplemented, List User Pool",
        "CreateUserPool, page, Create User Pool",
        "CreateUserPool, unimplemented, Create User Pool",
        "CreateUserPool, bare, Create User Pool",
        "DescribeUserPoolDomain, page, User Pool Domain",
        "CreateUserPoolDomain, unimplemented, User Pool Domain",
        "CreateUserPoolClient, page, Create User Pool Client",
        "CreateUserPoolClient, unimplemented, Create User Pool Client",
        "SetUserPoolMfaConfig, unimplemented, Multi-Factor Authentication",
        "SetUICustomization, unimplemented, Sign-in Page"
    })
    void whatItDoesNotOfferIsNamedAndNothingIsMadeTwice(String operation, String kind, String step) {
        admin.mfa(Mfa.OPTIONAL).hostedUi(new HostedUi(".banner-customizable {color: red}", null));
        Aws.misbehave(operation, kind, 1);

        ProvisioningFailed failed = admin.await(admin.configure(), ProvisioningFailed.class);

        requireUnsupported(failed, step);
        SignInReady ready = admin.deploy();
        assertThat(Aws.poolOf(admin.integration).id())
                .isEqualTo(ready.userPool().id());
        assertThat(Aws.clientsOf(ready.userPool().id())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "unimplemented"})
    void anUpdateThatItDoesNotOfferFails(String kind) {
        admin.deploy();
        Aws.misbehave("UpdateUserPool", kind, 1);

        ProvisioningFailed failed = admin.await(admin.poolName("Renamed").configure(), ProvisioningFailed.class);

        requireUnsupported(failed, "Update User Pool");
        assertThat(Aws.poolOf(admin.integration).name()).isEqualTo("EPCC");
        admin.deploy();
        assertThat(Aws.poolOf(admin.integration).name()).isEqualTo("Renamed");
    }

    /** Whether an update was applied could not be told, so the hub does not claim it. */
    @Test
    void membersThatItDoesNotShowAfterAnUpdateAreNamed() {
        Aws.misbehave("DescribeUserPoolClient", "bare", 10);
        var execution = admin.configure();
        admin.await(execution, PoolReady.class);
        admin.wire(execution);

        ProvisioningFailed failed = admin.await(execution, ProvisioningFailed.class);

        requireUnsupported(failed, "Update User Pool Client");
        assertThat(failed.failure().message()).contains("AllowedOAuthFlows").contains("CallbackURLs");
    }

    @Test
    void aPoolThatIsGoneIsGoneAlsoWhenItAnswers404() {
        String first = admin.deploy().userPool().id();
        try (CognitoIdentityProviderClient console = Aws.console()) {
            console.deleteUserPoolDomain(r -> r.domain(admin.prefix).userPoolId(first));
            Waits.await().ignoreExceptions().until(() -> {
                console.deleteUserPool(r -> r.userPoolId(first));
                return true;
            });
        }
        Aws.misbehave("DescribeUserPool", "status404", 1);

        assertThat(admin.deploy().userPool().id()).isNotEqualTo(first);
    }

    @Test
    void aQuestionIsAnsweredWithItToo() {
        Aws.misbehave("ListUserPools", "page", 1);

        RestAssured.given()
                .auth()
                .oauth2(HubInfra.token(Admin.STORE, "admin"))
                .contentType(ContentType.JSON)
                .body(ConnectionCheckIT.body(UUID.randomUUID()))
                .post("/api/connection-checks")
                .then()
                .statusCode(200)
                .body("ok", equalTo(false))
                .body("failure.code", equalTo("ENDPOINT_UNSUPPORTED"))
                .body("failure.remedyId", equalTo("aws-endpoint"));
    }

    private static void requireUnsupported(ProvisioningFailed failed, String step) {
        assertThat(failed.step()).isEqualTo(step);
        assertThat(failed.failure().code()).isEqualTo("ENDPOINT_UNSUPPORTED");
        assertThat(failed.failure().errorClass()).isEqualTo(ErrorClass.INPUT);
        assertThat(failed.failure().remedyId()).isEqualTo("aws-endpoint");
    }
}
