package io.integrationshub.sso;

import static io.integrationshub.local.test.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.RealmsUnwired;
import io.integrationshub.contracts.RealmsWired;
import io.integrationshub.contracts.StepFailed;
import io.integrationshub.contracts.WiringFailed;
import io.integrationshub.local.test.SchemaCheck;
import io.integrationshub.runtime.secrets.Secrets;
import io.integrationshub.sso.application.CommerceStores;
import io.integrationshub.sso.fixtures.CommerceControl;
import io.integrationshub.sso.fixtures.EventLog;
import io.integrationshub.sso.fixtures.Shop;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnRealInfra
class FaultsIT {
    @Inject
    Secrets secrets;

    @Inject
    CommerceStores stores;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(secrets, stores);
    }

    @AfterEach
    void noFaults() {
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
    void aWrongSecretFailsAtTheConnectionAndSucceedsWhenCorrected() {
        String right = shop.commerceSecret;
        shop.commerceSecret = "wrong-" + right;

        WiringFailed failed = shop.failed();
        assertThat(failed.step()).isEqualTo("Check Commerce Connection");
        assertThat(failed.failure().errorClass()).isEqualTo(ErrorClass.CREDENTIALS);
        assertThat(failed.failure().code()).isEqualTo("commerce-401");
        assertThat(shop.writes()).isZero();

        shop.commerceSecret = right;
        assertThat(shop.wired().realms()).hasSize(2);
    }

    @Test
    void unwiringWithAWrongKeyFailsWithARemedyAndIsDoneWhenAskedAgainWithTheRightOne() {
        shop.wired();
        String right = shop.commerceSecret;
        shop.commerceSecret = "wrong-" + right;

        assertThat(shop.delete()).isInstanceOfSatisfying(WiringFailed.class, failed -> {
            assertThat(failed.step()).isEqualTo("Check Commerce Connection");
            assertThat(failed.failure().errorClass()).isEqualTo(ErrorClass.CREDENTIALS);
            assertThat(failed.failure().remedyId()).isEqualTo("commerce-credentials");
        });
        assertThat(shop.buyerProfiles()).hasSize(1);

        shop.commerceSecret = right;
        assertThat(shop.delete()).isInstanceOf(RealmsUnwired.class);
        assertThat(shop.buyerProfiles()).isEmpty();
        assertThat(shop.merchantProfiles()).isEmpty();
        assertThat(shop.redirectUris()).isEmpty();
    }

    @Test
    void aLostReplyToACreateLeavesOneProfileAndNoFurtherWrite() {
        CommerceControl.fault("drop-reply", "POST", shop.profilesPath(shop.buyerRealm), 1);

        RealmsWired wired = shop.wired();

        assertThat(shop.buyerProfiles()).hasSize(1);
        assertThat(wired.realms().getFirst().profileId())
                .isEqualTo(shop.buyerProfiles().getFirst().id());
        assertThat(writes("POST", shop.profilesPath(shop.buyerRealm))).isEqualTo(1);
        shop.buyerOn = false;
        shop.wired();
        assertThat(shop.buyerProfiles()).isEmpty();
    }

    @Test
    void aListThatLagsBehindMakesNoSecondProfileAndForgetsNone() {
        shop.wired();
        int before = shop.writes();
        CommerceControl.fault("stale", "GET", shop.profilesPath(shop.buyerRealm), -1);

        shop.wired();
        assertThat(shop.writes()).isEqualTo(before);
        shop.buyerOn = false;
        shop.wired();

        CommerceControl.noFaults();
        assertThat(shop.buyerProfiles()).isEmpty();
    }

    @Test
    void aCreateThatIsCarriedOutAfterWeHungUpIsFoundLater() {
        CommerceControl.fault("slow", "POST", shop.profilesPath(shop.buyerRealm), 1, 3_500);

        shop.wired();

        assertThat(shop.buyerProfiles()).hasSize(1);
        assertThat(writes("POST", shop.profilesPath(shop.buyerRealm))).isEqualTo(1);
    }

    @Test
    void aCreateThatFailedOnTheirSideIsMadeAgainOnceItHasSettled() {
        CommerceControl.fault("error500", "POST", shop.profilesPath(shop.merchantRealm), 1);

        shop.wired();

        assertThat(shop.merchantProfiles()).hasSize(1);
        assertThat(shop.published())
                .filteredOn(StepFailed.class::isInstance)
                .extracting(event -> ((StepFailed) event).failure().errorClass())
                .isNotEmpty()
                .containsOnly(ErrorClass.UNKNOWN_OUTCOME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"throttle", "error500", "html", "drop-reply"})
    void troubleThatPassesIsOutlasted(String kind) {
        CommerceControl.fault(kind, "GET", ".*" + shop.buyerRealm + ".*", 5);
        CommerceControl.fault(kind, "PUT", ".*" + shop.buyerRealm, 2);
        CommerceControl.fault(kind, "POST", shop.profilesPath(shop.merchantRealm), 1);
        CommerceControl.fault(kind, "POST", "/oauth/access_token", 1);

        shop.wired();

        assertThat(shop.buyerProfiles()).hasSize(1);
        assertThat(shop.merchantProfiles()).hasSize(1);
        assertThat(shop.redirectUris()).containsExactlyElementsOf(shop.callbackUrls);
        int before = shop.writes();
        shop.wired();
        assertThat(shop.writes()).isEqualTo(before);
    }

    @Test
    void troubleThatDoesNotPassEndsTheExecution() {
        CommerceControl.fault("throttle", "PUT", ".*" + shop.buyerRealm, -1);

        WiringFailed failed = shop.failed();

        assertThat(failed.step()).isEqualTo("Buyer Organization: Redirect URLs");
        assertThat(failed.failure().errorClass()).isEqualTo(ErrorClass.THROTTLED);
        List<StepFailed> tries = shop.published().stream()
                .filter(StepFailed.class::isInstance)
                .map(StepFailed.class::cast)
                .toList();
        assertThat(tries).hasSize(8);
        assertThat(tries).extracting(tried -> tried.step().attempt()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(tries.getLast().nextAttemptAt()).isNull();
        assertThat(tries.getFirst().nextAttemptAt()).isNotNull();
    }

    @Test
    void aTokenThatExpiresOnTheWayIsRenewed() {
        CommerceControl.fault("expire-token", "POST", shop.profilesPath(shop.buyerRealm), 1);
        CommerceControl.fault("expire-token", "PUT", "/v2/merchant-realm-mappings/.*", 1);

        shop.wired();

        assertThat(shop.published()).noneMatch(StepFailed.class::isInstance);
    }

    @Test
    void aMissingRightIsNamedAndNotTriedAgain() {
        CommerceControl.fault("deny", "POST", shop.profilesPath(shop.buyerRealm), 1);

        WiringFailed failed = shop.failed();

        assertThat(failed.step()).isEqualTo("Buyer Organization: OIDC Profile");
        assertThat(failed.failure().errorClass()).isEqualTo(ErrorClass.PERMISSION);
        assertThat(failed.failure().remedyId()).isEqualTo("commerce-permission");
    }

    @Test
    void aNewerExecutionTakesOverFromOneAtWork() {
        CommerceControl.fault("slow", "GET", shop.profilesPath(shop.buyerRealm), 1, 1_500);
        Execution first = shop.poolReady();
        await().until(() -> !CommerceControl.faultsPending());
        shop.profileName = "Newer";

        RealmsWired wired = shop.wired();

        assertThat(wired.realms()).extracting(realm -> realm.profileName()).containsOnly("Newer");
        assertThat(shop.ended(first)).isFalse();
        assertThat(shop.buyerProfiles()).extracting(profile -> profile.name()).containsExactly("Newer");
        assertThat(writes("POST", shop.profilesPath(shop.buyerRealm))).isEqualTo(1);
    }

    private long writes(String method, String path) {
        return CommerceControl.writes(shop.id).stream()
                .filter(call -> call.path("method").asText().equals(method))
                .filter(call -> call.path("path").asText().equals(path))
                .count();
    }
}
