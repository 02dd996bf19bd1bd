package io.integrationshub.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.integrationshub.contracts.DriftChecked;
import io.integrationshub.contracts.DriftDetected;
import io.integrationshub.contracts.DriftKind;
import io.integrationshub.contracts.SignInReady;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.local.test.Waits;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

@OnRealInfra
class DriftIT {
    @Inject
    DataSource database;

    private final Admin admin = new Admin();

    @AfterEach
    void behave() {
        Aws.behave();
    }

    @Test
    void nothingHasDriftedAfterAnExecution() {
        admin.deploy();
        long before = Aws.now();

        check(200).body("findings", empty());

        assertThat(Aws.writesSince(before)).isEmpty();
        assertThat(checked()).extracting(DriftChecked::found).containsExactly(0);
    }

    @Test
    void tellsWhatSignInNeedsAndNothingElse() {
        breakTheClient(admin.deploy());

        check(200)
                .body("findings.field", hasItem("AllowedOAuthFlows"))
                .body("findings.find { it.field == 'AllowedOAuthFlows' }.kind", equalTo("CHANGED"))
                .body("findings.find { it.field == 'AllowedOAuthFlows' }.expected", hasItem("code"))
                .body("findings.resource.unique()", equalTo(List.of("cognito.UserPoolClient")));

        DriftChecked told = checked().getFirst();
        assertThat(admin.published().filter(DriftDetected.class::isInstance).map(DriftDetected.class::cast))
                .hasSize(told.found())
                .allSatisfy(drift -> assertThat(drift.seenAt()).isEqualTo(told.seenAt()))
                .extracting(DriftDetected::field)
                .doesNotContain("AccessTokenValidity");
    }

    @Test
    void whatIsIgnoredIsNotTold() {
        breakTheClient(admin.ignoring("cognito.UserPoolClient").deploy());

        check(200).body("findings", empty());
    }

    @Test
    void aMissingPoolAndAnUnreadableDomainAreTold() {
        SignInReady ready = admin.deploy();
        Aws.misbehave("DescribeUserPoolDomain", "deny", 1);
        check(200).body("findings.kind", equalTo(List.of("UNREADABLE")));
        try (CognitoIdentityProviderClient console = Aws.console()) {
            console.deleteUserPoolDomain(
                    r -> r.domain(admin.prefix).userPoolId(ready.userPool().id()));
            Waits.await().ignoreExceptions().until(() -> {
                console.deleteUserPool(r -> r.userPoolId(ready.userPool().id()));
                return true;
            });
        }

        check(200)
                .body("findings.kind", equalTo(List.of("MISSING")))
                .body("findings.resource", equalTo(List.of("cognito.UserPool")));
    }

    @Test
    void theScheduledLookTellsByItself() throws SQLException {
        breakTheClient(admin.deploy());
        try (var connection = database.getConnection();
                var due = connection.prepareStatement(
                        "update scheduled_tasks set execution_time = now() where task_name = 'drift' and task_instance = ?")) {
            due.setString(1, admin.integration.toString());
            assertThat(due.executeUpdate()).isEqualTo(1);
        }

        Waits.await().until(() -> !checked().isEmpty());

        assertThat(checked().getFirst().found()).isPositive();
        assertThat(admin.published().filter(DriftDetected.class::isInstance).map(DriftDetected.class::cast))
                .extracting(DriftDetected::kind)
                .containsOnly(DriftKind.CHANGED);
    }

    @Test
    void whileThereIsNothingToCompareWithItSaysSo() {
        check(409).body("code", equalTo("NOTHING_TO_COMPARE"));
    }

    private void breakTheClient(SignInReady ready) {
        try (CognitoIdentityProviderClient console = Aws.console()) {
            console.updateUserPoolClient(
                    request -> request.userPoolId(ready.userPool().id())
                            .clientId(ready.userPool().clientId())
                            .accessTokenValidity(2));
        }
    }

    private List<DriftChecked> checked() {
        return admin.published()
                .filter(DriftChecked.class::isInstance)
                .map(DriftChecked.class::cast)
                .toList();
    }

    private ValidatableResponse check(int status) {
        return RestAssured.given()
                .auth()
                .oauth2(HubInfra.token(Admin.STORE, "operator"))
                .post("/api/integrations/" + admin.integration + "/drift-checks")
                .then()
                .statusCode(status);
    }
}
