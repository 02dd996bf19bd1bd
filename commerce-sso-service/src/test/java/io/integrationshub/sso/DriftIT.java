package io.integrationshub.sso;

import static io.integrationshub.local.test.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.integrationshub.contracts.DriftChecked;
import io.integrationshub.contracts.DriftDetected;
import io.integrationshub.contracts.DriftKind;
import io.integrationshub.contracts.DriftPolicy;
import io.integrationshub.contracts.IntegrationPaused;
import io.integrationshub.contracts.IntegrationResumed;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.local.test.SchemaCheck;
import io.integrationshub.runtime.secrets.OpenedSecret;
import io.integrationshub.runtime.secrets.Secrets;
import io.integrationshub.sso.application.CommerceStores;
import io.integrationshub.sso.application.Lifecycles;
import io.integrationshub.sso.domain.OidcProfile;
import io.integrationshub.sso.domain.WantedProfile;
import io.integrationshub.sso.fixtures.CommerceControl;
import io.integrationshub.sso.fixtures.EventLog;
import io.integrationshub.sso.fixtures.Shop;
import io.integrationshub.sso.fixtures.Tables;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnRealInfra
class DriftIT {
    @Inject
    Secrets secrets;

    @Inject
    CommerceStores stores;

    @Inject
    Lifecycles lifecycles;

    @Inject
    DataSource database;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(secrets, stores);
    }

    @AfterEach
    void behave() {
        CommerceControl.noFaults();
    }

    @AfterAll
    static void everyRecordIsValid() {
        new SchemaCheck()
                .requireValid(EventLog.all().stream()
                        .filter(entry -> entry.topic().equals(Publisher.COMMERCE_SSO.topic()))
                        .toList());
    }

    @Test
    void afterARunItIsLookedForAndThenAgainInTenHoursOrSo() {
        var wired = shop.wired();

        DriftChecked checked = nextCheck(0);

        assertThat(checked.executionId()).isEqualTo(wired.executionId());
        assertThat(checked.found()).isZero();
        await().until(() -> number("extract(epoch from execution_time - now())::bigint / 3600") > 0);
        assertThat(number("extract(epoch from execution_time - now())::bigint / 60"))
                .isBetween(9 * 60L - 2, 11 * 60L);
    }

    @Test
    void whatOthersEditedIsToldToThePersonAndToEverybodyAndNothingIsWritten() {
        shop.wired();
        nextCheck(0);
        editEverything();
        int before = shop.writes();

        check().statusCode(200)
                .body(
                        "findings.resource",
                        contains(
                                "commerce.OidcProfile[BUYER]",
                                "commerce.AuthenticationRealm[BUYER]",
                                "commerce.MerchantRealmMapping",
                                "commerce.OidcProfile[MERCHANT]"))
                .body("findings.kind", contains("CHANGED", "MISSING", "CHANGED", "MISSING"))
                .body("findings.field", contains("name", "redirect_uris", "prefix", null))
                .body("findings[0].expected", equalTo("Cognito"))
                .body("findings[0].found", equalTo("Edited by hand"))
                .body("findings[1].expected", contains("https://shop.example/b"));

        DriftChecked checked = nextCheck(1);
        assertThat(checked.found()).isEqualTo(4);
        assertThat(checked.executionId()).isNull();
        assertThat(detected())
                .hasSize(4)
                .allSatisfy(told -> assertThat(told.seenAt()).isEqualTo(checked.seenAt()))
                .extracting(DriftDetected::kind)
                .containsExactly(DriftKind.CHANGED, DriftKind.MISSING, DriftKind.CHANGED, DriftKind.MISSING);
        assertThat(shop.writes()).isEqualTo(before);
    }

    @Test
    void whatOthersAddedIsNoDrift() {
        shop.wired();
        shop.foreignProfile(shop.buyerRealm, "Okta");
        shop.store.putRedirectUris(
                shop.store.realm(shop.buyerRealm),
                Stream.concat(Stream.of("https://foreign.example/"), shop.callbackUrls.stream())
                        .toList());

        check().statusCode(200).body("findings", empty());
    }

    @Test
    void theScheduleFindsTheSameAndTheNextRunPutsItRight() {
        shop.wired();
        nextCheck(0);
        editEverything();
        shop.replacePrefix = true;

        makeDue();
        assertThat(nextCheck(1).found()).isEqualTo(4);
        shop.wired();

        assertThat(nextCheck(2).found()).isZero();
    }

    @Test
    void whatTheAdminIgnoresIsNeitherToldNorShown() {
        shop.drift = new DriftPolicy(
                false, List.of("commerce.OidcProfile", "commerce.AuthenticationRealm[BUYER].redirect_uris"));
        shop.wired();
        nextCheck(0);
        editEverything();

        check().body("findings.resource", contains("commerce.MerchantRealmMapping"));

        assertThat(nextCheck(1).found()).isEqualTo(1);
    }

    @Test
    void whilePausedNobodyLooksAndResumingLooksAgain() {
        shop.wired();
        nextCheck(0);
        shop.send(Publisher.CONFIG, new IntegrationPaused(1, "tester", null));
        await().until(() -> lifecycles.find(shop.integration).paused());

        check().statusCode(409).body("code", equalTo("PAUSED"));
        makeDue();
        await().until(() -> number("count(*)") == 0);
        assertThat(checks()).hasSize(1);

        shop.send(Publisher.CONFIG, new IntegrationResumed(2, "tester", null));
        assertThat(nextCheck(1).executionId()).isNull();
    }

    @Test
    void nobodyLooksWhenItIsDeletedOrTheLastRunFailed() {
        shop.wired();
        nextCheck(0);
        shop.profileName = "Taken";
        CommerceControl.fault("deny", "PUT", ".*" + shop.buyerRealm + ".*", 1);
        shop.failed();
        check().statusCode(409).body("code", equalTo("NOT_APPLIED"));

        shop.delete();

        check().statusCode(409).body("code", equalTo("DELETED"));
        makeDue();
        await().until(() -> number("count(*)") == 0);
        assertThat(checks()).hasSize(1);
    }

    @Test
    void whatTheKeyMayNoLongerReadIsUnreadable() {
        shop.wired();
        nextCheck(0);
        CommerceControl.fault("deny", "GET", shop.profilesPath(shop.merchantRealm), 1);

        check().statusCode(200)
                .body("findings.resource", contains("commerce.OidcProfile[MERCHANT]"))
                .body("findings.kind", contains("UNREADABLE"))
                .body("findings[0].field", nullValue());

        assertThat(nextCheck(1).found()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"throttle, commerce-throttled", "error500, commerce-unavailable"})
    void troubleThatPassesIsAProblemAndNotDrift(String kind, String remedy) {
        shop.wired();
        nextCheck(0);
        CommerceControl.fault(kind, "GET", shop.profilesPath(shop.buyerRealm), -1);

        check().statusCode(503).contentType("application/problem+json").body("remedyId", equalTo(remedy));

        assertThat(checks()).hasSize(1);
    }

    @Test
    void onlyOperatorsAndAdminsOfTheOwnStoreMayAsk() {
        shop.wired();

        as(HubInfra.token(shop.id, "operator")).statusCode(200);
        as(HubInfra.token(shop.id, "viewer")).statusCode(403);
        as(HubInfra.token("another-store", "admin")).statusCode(404).body("code", equalTo("NOT_FOUND"));
        RestAssured.given().post(path()).then().statusCode(401);
    }

    private void editEverything() {
        OidcProfile buyer = shop.buyerProfiles().getFirst();
        shop.store.updateProfile(
                shop.buyerRealm,
                buyer.id(),
                new WantedProfile("Edited by hand", buyer.discoveryUrl(), buyer.clientId(), ""),
                new OpenedSecret("edited-by-hand"));
        shop.store.putRedirectUris(shop.store.realm(shop.buyerRealm), List.of("https://shop.example/a"));
        shop.store.putPrefix(shop.store.merchantMapping().id(), "x" + shop.prefix.substring(1));
        shop.store.deleteProfile(
                shop.merchantRealm, shop.merchantProfiles().getFirst().id());
    }

    private DriftChecked nextCheck(int before) {
        await().until(() -> checks().size() > before);
        return checks().get(before);
    }

    private List<DriftChecked> checks() {
        return shop.published().stream()
                .filter(DriftChecked.class::isInstance)
                .map(DriftChecked.class::cast)
                .toList();
    }

    private List<DriftDetected> detected() {
        return shop.published().stream()
                .filter(DriftDetected.class::isInstance)
                .map(DriftDetected.class::cast)
                .toList();
    }

    /** As if the ten hours were over. */
    private void makeDue() {
        await().until(() -> Tables.change(
                        database,
                        "update scheduled_tasks set execution_time = now() where not picked and task_name = 'drift'"
                                + " and task_instance = '" + shop.integration + "'")
                == 1);
    }

    private long number(String column) {
        return Tables.number(
                database,
                "select " + column + " from scheduled_tasks where task_name = 'drift' and task_instance = '"
                        + shop.integration + "'");
    }

    private ValidatableResponse check() {
        return as(HubInfra.token(shop.id, "admin"));
    }

    private ValidatableResponse as(String token) {
        return RestAssured.given().auth().oauth2(token).post(path()).then();
    }

    private String path() {
        return "/api/integrations/" + shop.integration + "/drift-checks";
    }
}
