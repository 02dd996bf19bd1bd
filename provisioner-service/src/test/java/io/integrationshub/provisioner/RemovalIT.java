package io.integrationshub.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.integrationshub.contracts.Deletion;
import io.integrationshub.contracts.DeletionPolicy;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.PoolRemoved;
import io.integrationshub.contracts.SignInReady;
import io.integrationshub.contracts.StepSkipped;
import io.integrationshub.contracts.StepSucceeded;
import io.integrationshub.local.test.HubInfra;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeletionProtectionType;

@OnRealInfra
class RemovalIT {
    private static final Deletion DELETE = new Deletion(DeletionPolicy.DELETE, false, false);

    private final Admin admin = new Admin();

    @AfterEach
    void behave() {
        Aws.behave();
    }

    @Test
    void deletesDomainThenProtectionThenPool() {
        SignInReady ready = admin.deploy();
        String pool = ready.userPool().id();
        try (CognitoIdentityProviderClient console = Aws.console()) {
            console.updateUserPool(request -> request.userPoolId(pool)
                    .userPoolTags(Aws.poolOf(admin.integration).userPoolTags())
                    .deletionProtection(DeletionProtectionType.ACTIVE));
        }
        long before = Aws.now();

        Execution deletion = admin.delete(DELETE);
        PoolRemoved removed = admin.await(deletion, PoolRemoved.class);

        assertThat(removed.outcome()).isEqualTo(DeletionPolicy.DELETE);
        assertThat(removed.userPoolId()).isEqualTo(pool);
        assertThat(Aws.writesSince(before)).containsExactly("DeleteUserPoolDomain", "UpdateUserPool", "DeleteUserPool");
        assertThat(Aws.poolsOf(admin.integration)).isEmpty();
        assertThat(admin.published(deletion, StepSucceeded.class))
                .extracting(event -> event.step().name())
                .containsExactly(
                        "Check AWS Connection",
                        "List User Pool",
                        "Delete User Pool Domain",
                        "Turn Off Deletion Protection",
                        "Delete User Pool");
    }

    @ParameterizedTest
    @CsvSource({
        "DeleteUserPoolDomain, drop-reply, 6",
        "DeleteUserPool, drop-reply, 6",
        "DeleteUserPool, error500, 6",
        "*, throttle, 12"
    })
    void whatIsGoneAlreadyIsDone(String operation, String kind, int times) {
        admin.deploy();
        Aws.misbehave(operation, kind, times);

        PoolRemoved removed = admin.await(admin.delete(DELETE), PoolRemoved.class);

        assertThat(removed.outcome()).isEqualTo(DeletionPolicy.DELETE);
        Aws.behave();
        assertThat(Aws.poolsOf(admin.integration)).isEmpty();
    }

    @Test
    void aPoolThatIsToStayStaysAsItIs() {
        String pool = admin.deploy().userPool().id();
        long before = Aws.now();

        PoolRemoved removed =
                admin.await(admin.delete(new Deletion(DeletionPolicy.RETAIN, true, true)), PoolRemoved.class);

        assertThat(removed.outcome()).isEqualTo(DeletionPolicy.RETAIN);
        assertThat(removed.userPoolId()).isEqualTo(pool);
        assertThat(removed.message()).contains("kept");
        assertThat(Aws.writesSince(before)).isEmpty();
    }

    @Test
    void anAdoptedPoolIsKeptWithoutConsentAndAnotherIntegrationMayAdoptItThen() {
        String theirs = existingPool();
        admin.adopting(theirs).deploy();

        Execution deletion = admin.delete(DELETE);
        PoolRemoved removed = admin.await(deletion, PoolRemoved.class);

        assertThat(removed.outcome()).isEqualTo(DeletionPolicy.RETAIN);
        assertThat(removed.message()).contains("existed before").contains(theirs);
        assertThat(admin.published(deletion, StepSkipped.class)).hasSize(1);
        assertThat(Aws.poolOf(admin.integration).id()).isEqualTo(theirs);
        Admin next = new Admin().adopting(theirs).domain(admin.prefix);
        assertThat(next.deploy().userPool().id()).isEqualTo(theirs);
    }

    @Test
    void anAdoptedPoolGoesWithConsent() {
        admin.adopting(existingPool()).deploy();

        PoolRemoved removed =
                admin.await(admin.delete(new Deletion(DeletionPolicy.DELETE, false, true)), PoolRemoved.class);

        assertThat(removed.outcome()).isEqualTo(DeletionPolicy.DELETE);
        assertThat(Aws.poolsOf(admin.integration)).isEmpty();
    }

    @Test
    void withoutAPoolNothingIsAskedOfAws() {
        long before = Aws.now();

        PoolRemoved removed = admin.await(admin.delete(DELETE), PoolRemoved.class);

        assertThat(removed.userPoolId()).isNull();
        assertThat(Aws.now()).isEqualTo(before);
    }

    @Test
    void thePoolIsShownBefore() {
        String pool = admin.deploy().userPool().id();

        RestAssured.given()
                .auth()
                .oauth2(HubInfra.token(Admin.STORE, "viewer"))
                .get("/api/integrations/" + admin.integration + "/user-pool")
                .then()
                .statusCode(200)
                .body("userPoolId", equalTo(pool))
                .body("name", equalTo("EPCC"))
                .body("accountId", equalTo("111122223333"))
                .body("domainPrefix", equalTo(admin.prefix))
                .body("adopted", equalTo(false))
                .body("estimatedUsers", equalTo(0))
                .body("deletionProtection", equalTo("INACTIVE"))
                .body("failure", nullValue());
    }

    private static String existingPool() {
        try (CognitoIdentityProviderClient console = Aws.console()) {
            return console.createUserPool(request -> request.poolName("Before the hub"))
                    .userPool()
                    .id();
        }
    }
}
