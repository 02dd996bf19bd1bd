package io.integrationshub.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.integrationshub.local.cognito.CognitoStandIn;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.runtime.secrets.SecretContext;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnRealInfra
class ConnectionCheckIT {
    private static final String PATH = "/api/connection-checks";

    private final UUID integration = UUID.randomUUID();
    private final Map<String, Object> body = body(integration);

    @AfterEach
    void behave() {
        Aws.behave();
    }

    @Test
    void rightKeysAreAnsweredWithAccountAndPolicy() {
        check().statusCode(200)
                .body("ok", equalTo(true))
                .body("account.id", equalTo("111122223333"))
                .body("account.root", equalTo(false))
                .body("failure", nullValue())
                .body("calls", equalTo(2))
                .body("policy", containsString("arn:aws:cognito-idp:eu-west-1:111122223333:userpool/*"));
    }

    @Test
    void permissionsThatCannotBeTriedWithoutWritingAreUnknown() {
        check().body(status("ListUserPools"), equalTo("GRANTED"))
                .body(status("CreateUserPool"), equalTo("UNKNOWN"))
                .body(status("DescribeUserPool"), equalTo("UNKNOWN"))
                .body("checks.permission", hasItems("cognito-idp:TagResource", "cognito-idp:DeleteUserPool"));
    }

    @Test
    void anExistingPoolShowsMorePermissionsWithoutAWrite() {
        Admin admin = new Admin();
        admin.deploy();
        body.putAll(body(admin.integration));
        body.put("domainPrefix", admin.prefix);
        long before = Aws.now();

        ValidatableResponse report = check();

        report.body("ok", equalTo(true))
                .body("domain.status", equalTo("OURS"))
                .body("domain.signInHost", equalTo(admin.prefix + ".auth.eu-west-1.amazoncognito.com"))
                .body("calls", equalTo(7));
        for (String operation : new String[] {
            "DescribeUserPool",
            "GetUserPoolMfaConfig",
            "ListUserPoolClients",
            "DescribeUserPoolClient",
            "DescribeUserPoolDomain"
        }) {
            report.body(status(operation), equalTo("GRANTED"));
        }
        assertThat(Aws.writesSince(before)).isEmpty();
    }

    @Test
    void aFreeDomainIsFreeAndAnothersIsTakenInTheAccount() {
        Admin other = new Admin();
        other.deploy();
        body.put("domainPrefix", "free-" + integration.toString().substring(0, 8));
        check().body("domain.status", equalTo("FREE"));
        body.put("domainPrefix", other.prefix);

        check().body("domain.status", equalTo("TAKEN_IN_ACCOUNT")).body("ok", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ListUserPools",
                "DescribeUserPool",
                "GetUserPoolMfaConfig",
                "ListUserPoolClients",
                "DescribeUserPoolClient",
                "DescribeUserPoolDomain"
            })
    void eachMissingPermissionIsNamed(String operation) {
        Admin admin = new Admin();
        admin.deploy();
        body.putAll(body(admin.integration));
        body.put("domainPrefix", admin.prefix);
        Aws.misbehave(operation, "deny", 1);

        check().body("ok", equalTo(false))
                .body(status(operation), equalTo("MISSING"))
                .body("failure.remedyId", equalTo("aws-permissions"))
                .body("failure.message", containsString("cognito-idp:" + operation))
                .body("policy", containsString("cognito-idp:" + operation));
    }

    @ParameterizedTest
    @CsvSource({
        "AKIALOCALHUB99999999, , eu-west-1, ACCESS_KEY_UNKNOWN, aws-credentials",
        "AKIALOCALHUB00000001, wrong-secret-wrong-secret-wrong-secret00, eu-west-1, SECRET_KEY_WRONG, aws-credentials",
        "ASIALOCALHUB00000001, , eu-west-1, TEMPORARY_KEYS, aws-credentials",
        "not a key, , eu-west-1, ACCESS_KEY_MALFORMED, aws-credentials",
        "AKIALOCALHUB00000001, , us-gov-west-1, REGION_NOT_ENABLED, aws-region",
        "AKIALOCALHUB00000001, , eu-nowhere-1, REGION_UNKNOWN, aws-region",
        "AKIALOCALHUB00000001, , cn-north-1, REGION_UNKNOWN, aws-region",
    })
    void eachCauseHasItsOwnAnswer(String key, String secret, String region, String code, String remedy) {
        body.put("accessKeyId", key);
        body.put("region", region);
        if (secret != null) {
            body.put("secretAccessKey", sealed(Admin.STORE, integration, secret));
        }

        check().statusCode(200)
                .body("ok", equalTo(false))
                .body("account", nullValue())
                .body("failure.code", equalTo(code))
                .body("failure.remedyId", equalTo(remedy))
                .body("failure.message", notNullValue())
                .body("checks.status", everyItem(equalTo("UNKNOWN")));
    }

    @Test
    void expiredKeysAreToldFromWrongOnes() {
        Aws.misbehave("GetCallerIdentity", "expired-token", 1);

        check().body("failure.code", equalTo("KEYS_EXPIRED"));
    }

    @Test
    void keysOfAnotherAccountThanThePoolsAreRefused() {
        Admin admin = new Admin();
        admin.deploy();
        body.putAll(body(admin.integration));
        body.put("accessKeyId", Aws.OTHER_KEY);
        body.put("secretAccessKey", sealed(Admin.STORE, admin.integration, Aws.OTHER_SECRET));

        check().body("ok", equalTo(false))
                .body("failure.code", equalTo("ACCOUNT_CHANGED"))
                .body("account.id", equalTo("444455556666"));
    }

    @Test
    void anotherRegionThanThePoolsIsRefused() {
        Admin admin = new Admin();
        admin.deploy();
        body.putAll(body(admin.integration));
        body.put("region", "eu-central-1");

        check().body("ok", equalTo(false))
                .body("failure.code", equalTo("REGION_CHANGED"))
                .body("failure.remedyId", equalTo("aws-region-changed"))
                .body("failure.message", containsString("eu-west-1"))
                .body("account.id", equalTo("111122223333"));
    }

    @Test
    void slowAnswersAreGivenUpInTime() {
        for (int repeats = 0; repeats < 3; repeats++) {
            Aws.slow("ListUserPools", Duration.ofSeconds(20));
        }

        check().body("failure.remedyId", equalTo("wait"))
                .body(status("ListUserPools"), equalTo("UNKNOWN"))
                .body("account.id", equalTo("111122223333"))
                .body("durationMs", lessThan(15_000));
    }

    @Test
    void secretsAreNeverEchoed() {
        String answer = check().extract().asString();

        assertThat(answer).doesNotContain(CognitoStandIn.SECRET_ACCESS_KEY, (String) body.get("secretAccessKey"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"store", "integration"})
    void aSecretSealedForAnotherContextIsRefused(String other) {
        body.put(
                "secretAccessKey",
                other.equals("store")
                        ? sealed("another-store", integration, CognitoStandIn.SECRET_ACCESS_KEY)
                        : sealed(Admin.STORE, UUID.randomUUID(), CognitoStandIn.SECRET_ACCESS_KEY));

        check().statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("/secretAccessKey"))
                .body("errors.code", hasItem("SECRET_UNREADABLE"));
    }

    @Test
    void anotherStoresIntegrationIsNotFound() {
        Admin admin = new Admin();
        admin.deploy();
        body.put("integrationId", admin.integration);
        body.put("secretAccessKey", sealed("another-store", admin.integration, "whatever"));

        as(HubInfra.token("another-store", "admin")).statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "operator"})
    void otherRolesAreRefused(String role) {
        as(HubInfra.token(Admin.STORE, role)).statusCode(403);
    }

    @Test
    void unknownMembersAreRefusedByName() {
        body.put("sessionToken", "x");

        check().statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("UNKNOWN_MEMBER"))
                .body("errors.pointer", hasItem("/sessionToken"));
    }

    @Test
    void everythingMissingOrMalformedIsNamedAtOnce() {
        body.clear();
        body.put("domainPrefix", "Not_A_Prefix");
        body.put("userPoolId", "pool");

        check().statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/integrationId",
                                "/accessKeyId",
                                "/secretAccessKey",
                                "/region",
                                "/domainPrefix",
                                "/userPoolId"))
                .body("code", not(equalTo("INTERNAL")));
    }

    private ValidatableResponse check() {
        return as(HubInfra.token(Admin.STORE, "admin"));
    }

    private ValidatableResponse as(String token) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH)
                .then();
    }

    private static String status(String operation) {
        return "checks.find { it.permission == 'cognito-idp:" + operation + "' }.status";
    }

    static Map<String, Object> body(UUID integration) {
        return new HashMap<>(Map.of(
                "integrationId",
                integration,
                "accessKeyId",
                CognitoStandIn.ACCESS_KEY_ID,
                "secretAccessKey",
                sealed(Admin.STORE, integration, CognitoStandIn.SECRET_ACCESS_KEY),
                "region",
                Aws.REGION));
    }

    private static String sealed(String store, UUID integration, String secret) {
        return Keyrings.sealedToProvisioner(store, integration, SecretContext.AWS_SECRET_ACCESS_KEY, secret)
                .ciphertext();
    }
}
