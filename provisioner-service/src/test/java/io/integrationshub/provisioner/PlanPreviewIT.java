package io.integrationshub.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.Templates;
import io.integrationshub.local.cognito.CognitoStandIn;
import io.integrationshub.local.test.HubInfra;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

@OnRealInfra
class PlanPreviewIT {
    private static final String PATH = "/api/plans";

    private final Admin admin = new Admin();

    @Test
    void aFirstPlanCreatesEverythingAndWritesNothing() {
        long before = Aws.now();

        ValidatableResponse plan = preview().statusCode(200);

        plan.body("format_version", equalTo("1.0"))
                .body("plan_version", notNullValue())
                .body("applyable", equalTo(true))
                .body("complete", equalTo(true))
                .body("errored", equalTo(false))
                .body(
                        "resource_changes.address",
                        contains("cognito.UserPool", "cognito.UserPoolDomain", "cognito.UserPoolClient"))
                .body("resource_changes.change.actions.flatten()", contains("create", "create", "create"))
                .body(
                        "resource_changes.requests.flatten().operation",
                        contains(
                                "CreateUserPool",
                                "CreateUserPoolDomain",
                                "CreateUserPoolClient",
                                "UpdateUserPoolClient"))
                .body("resource_changes.requests.flatten().order", contains(40, 50, 60, 210))
                .body("resource_changes[2].change.after_unknown.CallbackURLs", equalTo(true))
                .body("resource_changes[2].change.after_unknown.ClientSecret", equalTo(true))
                .body("resource_changes[2].change.after_sensitive.ClientSecret", equalTo(true))
                .body(
                        "resource_changes[2].change.after.CallbackURLs",
                        hasItems("(known after apply)", "https://shop.example.com/oidc"))
                .body("resource_drift", nullValue());
        assertThat(Aws.writesSince(before)).isEmpty();
        assertThat(admin.published()).isEmpty();
    }

    @Test
    void thePlannedCreateIsWhatTheJobSends() {
        JsonPath plan = preview().extract().jsonPath();
        admin.deploy();

        assertThat(Aws.poolOf(admin.integration).userPoolTags())
                .isEqualTo(plan.getMap("resource_changes[0].requests[0].body.UserPoolTags"));
        assertThat(Aws.clientsOf(Aws.poolOf(admin.integration).id()).getFirst().allowedOAuthScopes())
                .containsExactlyInAnyOrderElementsOf(
                        plan.getList("resource_changes[2].requests[1].body.AllowedOAuthScopes"));
    }

    @Test
    void afterADeploymentNothingIsLeftToDo() {
        admin.deploy();
        long before = Aws.now();

        preview()
                .body("resource_changes.change.actions.flatten()", contains("no-op", "no-op", "no-op"))
                .body("resource_changes.requests.flatten().size()", equalTo(0))
                .body("reads", equalTo(4));
        assertThat(Aws.now() - before).isEqualTo(4);
    }

    @Test
    void whatTheTemplateAloneWouldHaveWipedIsListedAndSentAgain() {
        admin.deploy();
        String poolId = Aws.poolOf(admin.integration).id();
        Map<String, String> tags = Aws.poolOf(admin.integration).userPoolTags();
        String trigger = "arn:aws:lambda:eu-west-1:111122223333:function:greet";
        try (CognitoIdentityProviderClient console = Aws.console()) {
            console.updateUserPool(request -> request.userPoolId(poolId)
                    .userPoolTags(tags)
                    .lambdaConfig(lambda -> lambda.postConfirmation(trigger)));
        }

        admin.poolName("Renamed");

        preview()
                .body("resource_changes[0].change.actions", contains("update"))
                .body("resource_changes[0].change.before.PoolName", equalTo("EPCC"))
                .body("resource_changes[0].requests[0].body.LambdaConfig.PostConfirmation", equalTo(trigger))
                .body(
                        finding(0, "RESET_BY_OMISSION") + ".members",
                        hasItems("LambdaConfig.PostConfirmation", "UserPoolTags.integrationshub:integration-id"))
                .body(finding(2, "RESET_BY_OMISSION") + ".members", hasItem("AllowedOAuthFlows"));
    }

    @Test
    void theVersionStaysWhileNothingChangesAndMovesWithTheObservedState() {
        admin.deploy();
        String first = version();
        assertThat(version()).isEqualTo(first);
        String poolId = Aws.poolOf(admin.integration).id();
        try (CognitoIdentityProviderClient console = Aws.console()) {
            console.tagResource(request ->
                    request.resourceArn(Aws.poolOf(admin.integration).arn()).tags(Map.of("cost", poolId)));
        }

        assertThat(version()).isNotEqualTo(first);
    }

    @Test
    void aDomainMoveIsNotApplyable() {
        admin.deploy();

        admin.domain("moved-" + admin.prefix);

        preview()
                .body("applyable", equalTo(false))
                .body("errored", equalTo(true))
                .body("resource_changes[1].change.actions", contains("delete", "create"))
                .body("resource_changes[1].requests.size()", equalTo(0))
                .body(finding(1, "DOMAIN_MOVE") + ".severity", equalTo("ERROR"));
    }

    @Test
    void aTakenDomainAndATakenNameAreFound() {
        Admin other = new Admin();
        other.deploy();

        admin.domain(other.prefix);

        preview()
                .body("applyable", equalTo(false))
                .body(finding(1, "DOMAIN_TAKEN") + ".severity", equalTo("ERROR"))
                .body(finding(0, "NAME_NOT_UNIQUE") + ".severity", equalTo("WARNING"));
    }

    @Test
    void aLockedFieldIsRefusedAndNeverAReplace() {
        admin.deploy();

        admin.templates(
                new Templates("{\"PoolName\":\"{{poolName}}\",\"UsernameAttributes\":[\"email\"]}", null, null, null));

        preview()
                .body(finding(0, "LOCKED_FIELD") + ".message", containsString("UsernameAttributes"))
                .body("resource_changes[0].change.actions", contains("update"))
                .body("resource_changes[0].change.after", nullValue());
    }

    @Test
    void aProtectedParameterIsNamed() {
        admin.templates(new Templates("{\"PoolName\":\"other\"}", null, null, null));

        preview().body(finding(0, "PROTECTED_PARAMETER") + ".message", containsString("PoolName"));
    }

    @Test
    void anInvalidTemplateIsShownWithLineAndColumn() {
        admin.templates(new Templates(null, null, null, "{\n  \"UserPoolId\": \"{{userPoolId}}\",,\n}"));

        preview()
                .body("applyable", equalTo(false))
                .body(finding(2, "INVALID_TEMPLATE") + ".line", equalTo(2))
                .body(finding(2, "INVALID_TEMPLATE") + ".column", notNullValue());
    }

    @Test
    void openSignUpIsFoundForAMerchantRealm() {
        preview().body(finding(0, "SELF_SIGNUP_OPEN") + ".severity", equalTo("WARNING"));

        admin.templates(new Templates(
                "{\"PoolName\":\"{{poolName}}\",\"AdminCreateUserConfig\":{\"AllowAdminCreateUserOnly\":true}}",
                null,
                null,
                null));

        preview().body("resource_changes[0].findings.code", not(hasItem("SELF_SIGNUP_OPEN")));
    }

    @Test
    void refusedKeysAreAFailureOfThePlan() {
        admin.keys("AKIALOCALHUB99999999", "x");

        preview()
                .statusCode(200)
                .body("errored", equalTo(true))
                .body("complete", equalTo(false))
                .body("failure.code", equalTo("ACCESS_KEY_UNKNOWN"));
    }

    @Test
    void secretsAreNeverEchoed() {
        admin.deploy();
        String clientSecret =
                Aws.clientsOf(Aws.poolOf(admin.integration).id()).getFirst().clientSecret();

        String plan = preview().extract().asString();

        assertThat(plan)
                .doesNotContain(
                        CognitoStandIn.SECRET_ACCESS_KEY,
                        clientSecret,
                        admin.spec().commerce().clientSecret().ciphertext());
    }

    @Test
    void aSecretSealedForAnotherIntegrationIsRefused() {
        Map<String, Object> body = body();
        body.put("integrationId", UUID.randomUUID());

        as(HubInfra.token(Admin.STORE, "admin"), body)
                .statusCode(422)
                .body("errors.pointer", hasItem("/spec/aws/secretAccessKey"))
                .body("errors.code", hasItem("SECRET_UNREADABLE"));
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body())
                .post(PATH)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "operator"})
    void otherRolesAreRefused(String role) {
        as(HubInfra.token(Admin.STORE, role), body()).statusCode(403);
    }

    @Test
    void unknownMembersAreRefusedByName() {
        Map<String, Object> body = body();
        body.put("apply", true);

        as(HubInfra.token(Admin.STORE, "admin"), body)
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_MEMBER"))
                .body("errors.pointer", hasItem("/apply"));
    }

    @Test
    void everythingMissingIsNamedAtOnce() {
        as(HubInfra.token(Admin.STORE, "admin"), Map.of("spec", Map.of("aws", Map.of())))
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems("/integrationId", "/spec/userPool", "/spec/aws/region", "/spec/definitionVersion"));
    }

    private String version() {
        return preview().extract().path("plan_version");
    }

    private ValidatableResponse preview() {
        return as(HubInfra.token(Admin.STORE, "admin"), body());
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("integrationId", admin.integration);
        body.put("generation", 1);
        body.put("spec", Json.mapper().convertValue(admin.spec(), Map.class));
        return body;
    }

    private static ValidatableResponse as(String token, Map<String, Object> body) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH)
                .then();
    }

    private static String finding(int resource, String code) {
        return "resource_changes[" + resource + "].findings.find { it.code == '" + code + "' }";
    }
}
