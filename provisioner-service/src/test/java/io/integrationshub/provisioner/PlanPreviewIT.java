package io.integrationshub.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.ManagedLogin;
import io.integrationshub.contracts.Mfa;
import io.integrationshub.contracts.Templates;
import io.integrationshub.local.cognito.CognitoStandIn;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.local.test.Waits;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Base64;
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
    private static final String LOGO = Base64.getEncoder().encodeToString(new byte[] {(byte) 0x89, 'P', 'N', 'G', 1});

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

    @Test
    void everyMemberThatCognitoWouldRefuseIsAFindingWithItsPlace() {
        admin.templates(new Templates(
                "{\"PoolName\": \"{{poolName}}\",\n  \"MfaMode\": \"ON\",\n  \"UserPoolTier\": \"GOLD\"}",
                null,
                null,
                null));

        preview()
                .body("applyable", equalTo(false))
                .body("resource_changes[0].findings.code", contains("INVALID_TEMPLATE", "INVALID_TEMPLATE"))
                .body("resource_changes[0].findings.line", contains(2, 3))
                .body("resource_changes[0].findings.column", contains(3, 3))
                .body("resource_changes[0].findings.members", contains(contains("MfaMode"), contains("UserPoolTier")))
                .body(
                        "resource_changes[0].findings[1].message",
                        containsString("UserPoolTier must be one of LITE, ESSENTIALS, PLUS"));
    }

    @Test
    void aSecondFactorAndALookArePlannedWhereTheStepsSendThem() {
        admin.mfa(Mfa.OPTIONAL).hostedUi(new HostedUi(".banner-customizable {color: red}", LOGO));

        preview()
                .body(
                        "resource_changes.address",
                        contains(
                                "cognito.UserPool",
                                "cognito.UserPoolDomain",
                                "cognito.UserPoolClient",
                                "cognito.UserPoolMfaConfig",
                                "cognito.UICustomization"))
                .body("resource_changes[3].change.before.MfaConfiguration", equalTo("OFF"))
                .body("resource_changes[3].change.after.MfaConfiguration", equalTo("OPTIONAL"))
                .body("resource_changes[3].change.after.SoftwareTokenMfaConfiguration.Enabled", equalTo(true))
                .body("resource_changes[3].change.after_unknown.UserPoolId", equalTo(true))
                .body("resource_changes[3].requests.operation", contains("SetUserPoolMfaConfig"))
                .body("resource_changes[3].requests.order", contains(65))
                .body("resource_changes[4].change.after.CSS", containsString("red"))
                .body("resource_changes[4].change.after.ImageFile", equalTo("(picture)"))
                .body("resource_changes[4].change.after_unknown.ClientId", equalTo(true))
                .body("resource_changes[4].requests.order", contains(70));
        admin.deploy();

        preview().body("resource_changes.change.actions.flatten()", everyItem(equalTo("no-op")));
        admin.mfa(Mfa.OFF).hostedUi(new HostedUi(null, null));
        preview()
                .body("resource_changes[3].change.actions", contains("update"))
                .body("resource_changes[3].requests.order", contains(35))
                .body("resource_changes[4].change.actions", contains("update"))
                .body("resource_changes[4].requests[0].body.CSS", nullValue());
    }

    @Test
    void managedLoginIsPlannedBeforeTheDomainChangesOver() {
        HostedUi managed = new HostedUi(null, null, new ManagedLogin(null));
        admin.hostedUi(managed);
        preview()
                .body("resource_changes[1].requests[0].body.ManagedLoginVersion", equalTo(2))
                .body("resource_changes[3].address", equalTo("cognito.ManagedLoginBranding"))
                .body("resource_changes[3].change.actions", contains("create"))
                .body("resource_changes[3].requests.operation", contains("CreateManagedLoginBranding"))
                .body("resource_changes[3].requests.idempotency", contains("never-repeat"));
        admin.hostedUi(null).deploy();

        admin.hostedUi(managed);

        preview()
                .body("resource_changes[1].change.actions", contains("update"))
                .body("resource_changes[1].change.before.ManagedLoginVersion", equalTo(1))
                .body("resource_changes[1].requests.operation", contains("UpdateUserPoolDomain"))
                .body("resource_changes[1].requests.order", contains(70));
        admin.deploy();
        preview().body("resource_changes.change.actions.flatten()", everyItem(equalTo("no-op")));
    }

    @Test
    void aContradictionOfTheSecondFactorIsNotApplyable() {
        admin.mfa(Mfa.OFF)
                .templates(new Templates(
                        null, "{\"UserPoolId\":\"{{userPoolId}}\",\"MfaConfiguration\":\"ON\"}", null, null));

        preview()
                .body("applyable", equalTo(false))
                .body(
                        "resource_changes.find { it.address == 'cognito.UserPoolMfaConfig' }.findings.code",
                        contains("MFA_CONTRADICTION"));
    }

    @Test
    void anAdoptedPoolIsImported() {
        String theirs;
        try (CognitoIdentityProviderClient console = Aws.console()) {
            theirs = console.createUserPool(pool -> pool.poolName("Before the hub"))
                    .userPool()
                    .id();
        }

        admin.adopting(theirs);

        preview()
                .body("resource_changes[0].change.actions", contains("import", "update"))
                .body("resource_changes[0].change.before.PoolName", equalTo("Before the hub"))
                .body("resource_changes[0].change.after.UserPoolId", equalTo(theirs))
                .body("resource_changes[0].requests.operation", contains("UpdateUserPool"))
                .body(
                        "resource_changes[0].requests[0].body.UserPoolTags",
                        hasEntry("integrationshub:integration-id", admin.integration.toString()))
                .body("resource_changes[1].change.actions", contains("create"))
                .body("resource_changes[1].requests[0].body.UserPoolId", equalTo(theirs));
    }

    @Test
    void aDomainMoveWithConsentIsADeleteAndACreate() {
        admin.deploy();
        String pool = Aws.poolOf(admin.integration).id();
        admin.domain(admin.prefix + "-2").replacingTheDomain();

        preview()
                .body("applyable", equalTo(true))
                .body("resource_changes[1].change.actions", contains("delete", "create"))
                .body("resource_changes[1].change.before.Domain", equalTo(admin.prefix))
                .body("resource_changes[1].change.after.Domain", equalTo(admin.prefix + "-2"))
                .body(
                        "resource_changes[1].requests.operation",
                        contains("DeleteUserPoolDomain", "CreateUserPoolDomain"))
                .body(
                        "resource_changes[1].requests[0].body",
                        equalTo(Map.of("Domain", admin.prefix, "UserPoolId", pool)))
                .body("resource_changes[1].requests.idempotency", contains("safe", "never-repeat"))
                .body(finding(1, "DOMAIN_MOVE") + ".severity", equalTo("WARNING"));
        admin.deploy();
        assertThat(Aws.poolOf(admin.integration).domain()).isEqualTo(admin.prefix + "-2");
    }

    @Test
    void whatChangedOutsideSinceItWasAppliedIsToldBesideWhatWouldBeDone() {
        admin.templates(new Templates(
                        null,
                        "{\"UserPoolId\":\"{{userPoolId}}\",\"Policies\":{\"PasswordPolicy\":{\"MinimumLength\":12}}}",
                        null,
                        null))
                .deploy();
        // A first execution creates the pool; the update template says more, so it is applied by the second.
        admin.deploy();
        preview().body("resource_drift", nullValue());
        String client =
                Aws.clientsOf(Aws.poolOf(admin.integration).id()).getFirst().clientId();
        Console.editPool(
                Aws.poolOf(admin.integration),
                update -> update.policies(policies -> policies.passwordPolicy(policy -> policy.minimumLength(6))));
        Console.editClient(
                Aws.clientsOf(Aws.poolOf(admin.integration).id()).getFirst(),
                update -> update.supportedIdentityProviders("COGNITO").allowedOAuthScopes("openid", "email"));

        preview()
                .body("resource_drift.address", contains("cognito.UserPool", "cognito.UserPoolClient"))
                .body("resource_drift.change.actions.flatten()", contains("update", "update"))
                .body("resource_drift[0].change.before.Policies.PasswordPolicy.MinimumLength", equalTo(12))
                .body("resource_drift[0].change.after.Policies.PasswordPolicy.MinimumLength", equalTo(6))
                .body("resource_drift[1].change.before.ClientId", equalTo(client))
                .body("resource_drift[1].change.before.AllowedOAuthScopes", hasItem("profile"))
                .body("resource_drift[1].change.after.AllowedOAuthScopes", not(hasItem("profile")))
                .body("resource_changes[0].change.actions", contains("update"));
    }

    @Test
    void whatIsIgnoredOrNotAppliedYetHasNotDrifted() {
        admin.ignoring("cognito.UserPoolClient.AllowedOAuthScopes").deploy();
        Console.editClient(
                Aws.clientsOf(Aws.poolOf(admin.integration).id()).getFirst(),
                update -> update.allowedOAuthScopes("openid", "email"));

        preview().body("resource_drift", nullValue()).body("resource_changes[2].change.actions", contains("update"));
    }

    @Test
    void aPoolThatWasDeletedOutsideHasDriftedAndIsMadeAnew() {
        admin.deploy();
        String id = Aws.poolOf(admin.integration).id();
        try (CognitoIdentityProviderClient console = Aws.console()) {
            console.deleteUserPoolDomain(r -> r.domain(admin.prefix).userPoolId(id));
            Waits.await().ignoreExceptions().until(() -> {
                console.deleteUserPool(r -> r.userPoolId(id));
                return true;
            });
        }

        preview()
                .body("resource_drift.address", contains("cognito.UserPool"))
                .body("resource_drift[0].change.actions", contains("delete"))
                .body("resource_drift[0].change.before.Id", equalTo(id))
                .body("resource_drift[0].change.after", nullValue())
                .body("resource_changes[0].change.actions", contains("create"));
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
