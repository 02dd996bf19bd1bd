package io.integrationshub.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.Realm;
import io.integrationshub.contracts.RealmsUnwired;
import io.integrationshub.contracts.RealmsWired;
import io.integrationshub.contracts.StepEvent;
import io.integrationshub.contracts.StepSkipped;
import io.integrationshub.contracts.StepStarted;
import io.integrationshub.contracts.StepSucceeded;
import io.integrationshub.contracts.WiredRealm;
import io.integrationshub.contracts.WiringFailed;
import io.integrationshub.local.test.SchemaCheck;
import io.integrationshub.runtime.secrets.OpenedSecret;
import io.integrationshub.runtime.secrets.Secrets;
import io.integrationshub.sso.application.CommerceStores;
import io.integrationshub.sso.domain.OidcProfile;
import io.integrationshub.sso.domain.WantedProfile;
import io.integrationshub.sso.fixtures.CommerceControl;
import io.integrationshub.sso.fixtures.EventLog;
import io.integrationshub.sso.fixtures.Shop;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnRealInfra
class WiringIT {
    @Inject
    Secrets secrets;

    @Inject
    CommerceStores stores;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(secrets, stores);
    }

    @AfterAll
    static void everyRecordIsValid() {
        new SchemaCheck()
                .requireValid(EventLog.all().stream()
                        .filter(entry -> entry.topic().equals(Publisher.COMMERCE_SSO.topic()))
                        .toList());
    }

    @Test
    void wiresBothRealmsAndTellsTheirCallbackEndpoints() {
        RealmsWired wired = shop.wired();

        assertThat(wired.realms()).extracting(WiredRealm::realm).containsExactly(Realm.BUYER, Realm.MERCHANT);
        OidcProfile buyer = shop.buyerProfiles().getFirst();
        OidcProfile merchant = shop.merchantProfiles().getFirst();
        assertThat(wired.realms())
                .containsExactly(
                        new WiredRealm(
                                Realm.BUYER,
                                shop.buyerRealm,
                                buyer.id(),
                                "Cognito",
                                buyer.callbackEndpoint(),
                                buyer.authorizationEndpoint()),
                        new WiredRealm(
                                Realm.MERCHANT,
                                shop.merchantRealm,
                                merchant.id(),
                                "Cognito",
                                merchant.callbackEndpoint(),
                                merchant.authorizationEndpoint()));
        assertThat(buyer.callbackEndpoint()).endsWith("/oidc-profiles/" + buyer.id());
        assertThat(shop.redirectUris()).containsExactlyElementsOf(shop.callbackUrls);
        assertThat(shop.store.merchantMapping().prefix()).isEqualTo(shop.prefix);
    }

    @Test
    void saysEveryStepInOrder() {
        shop.wired();

        assertThat(shop.published())
                .filteredOn(StepStarted.class::isInstance)
                .extracting(event -> ((StepEvent) event).step().order() + " "
                        + ((StepEvent) event).step().name())
                .containsExactly(
                        "110 Check Commerce Connection",
                        "120 Buyer Organization: OIDC Profile",
                        "130 Buyer Organization: Redirect URLs",
                        "140 Merchant Organization: Prefix",
                        "150 Merchant Organization: OIDC Profile");
    }

    @Test
    void aSecondRunWritesNothingAndSaysSo() {
        shop.wired();
        int before = shop.writes();

        RealmsWired again = shop.wired();

        assertThat(shop.writes()).isEqualTo(before);
        assertThat(again.realms()).hasSize(2);
        assertThat(shop.published())
                .filteredOn(event ->
                        event instanceof StepSucceeded && again.executionId().equals(event.executionId()))
                .extracting(event -> ((StepSucceeded) event).writes())
                .containsOnly(0)
                .hasSize(5);
    }

    @Test
    void aNewSecretIsSentOnceAndTheSameOneNeverAgain() {
        shop.wired();
        shop.poolSecret = "another-" + UUID.randomUUID();
        int before = shop.writes();

        shop.wired();
        shop.wired();

        assertThat(shop.writes()).isEqualTo(before + 2);
    }

    @Test
    void whatOthersEditedIsPutRightAndWhatOthersMadeStays() {
        shop.wired();
        OidcProfile mine = shop.buyerProfiles().getFirst();
        OidcProfile foreign = shop.foreignProfile(shop.buyerRealm, "Okta");
        shop.store.putRedirectUris(
                shop.store.realm(shop.buyerRealm), List.of("https://foreign.example/", shop.callbackUrls.getFirst()));
        shop.store.updateProfile(
                shop.buyerRealm,
                mine.id(),
                new WantedProfile("Edited by hand", mine.discoveryUrl(), mine.clientId(), ""),
                new OpenedSecret("edited-by-hand"));

        shop.wired();

        assertThat(shop.buyerProfiles()).containsExactlyInAnyOrder(mine, foreign);
        assertThat(shop.redirectUris())
                .containsExactly("https://foreign.example/", "https://shop.example/a", "https://shop.example/b");
    }

    @Test
    void aProfileThatWasThereIsTakenOverAndStaysWhenTheRealmIsSwitchedOff() {
        OidcProfile existing = shop.foreignProfile(shop.merchantRealm, "Cognito");

        RealmsWired wired = shop.wired();
        assertThat(wired.realms().get(1).profileId()).isEqualTo(existing.id());
        shop.merchantOn = false;
        shop.wired();

        assertThat(shop.merchantProfiles()).extracting(OidcProfile::id).containsExactly(existing.id());
    }

    @Test
    void aRealmSwitchedOffLosesExactlyWhatWasAddedToIt() {
        OidcProfile foreign = shop.foreignProfile(shop.buyerRealm, "Okta");
        shop.store.putRedirectUris(
                shop.store.realm(shop.buyerRealm), List.of("https://foreign.example/", shop.callbackUrls.getFirst()));
        shop.wired();
        shop.buyerOn = false;

        RealmsWired wired = shop.wired();

        assertThat(wired.realms()).extracting(WiredRealm::realm).containsExactly(Realm.MERCHANT);
        assertThat(shop.buyerProfiles()).containsExactly(foreign);
        assertThat(shop.redirectUris()).containsExactly("https://foreign.example/", shop.callbackUrls.getFirst());
        int before = shop.writes();
        shop.wired();
        assertThat(shop.writes()).isEqualTo(before);
    }

    @Test
    void aRealmThatWasNeverOnIsSkipped() {
        shop.buyerOn = false;

        RealmsWired wired = shop.wired();

        assertThat(shop.published())
                .filteredOn(StepSkipped.class::isInstance)
                .extracting(event -> ((StepSkipped) event).step().name() + ": " + ((StepSkipped) event).reason())
                .containsExactly(
                        "Buyer Organization: OIDC Profile: Buyer Organization is not enabled",
                        "Buyer Organization: Redirect URLs: Buyer Organization is not enabled");
        assertThat(wired.realms()).extracting(WiredRealm::realm).containsExactly(Realm.MERCHANT);
        assertThat(shop.buyerProfiles()).isEmpty();
    }

    @Test
    void aRenamedProfileStaysTheSameProfile() {
        String first = shop.wired().realms().getFirst().profileId();
        shop.profileName = "Shop sign-in";

        RealmsWired renamed = shop.wired();

        assertThat(renamed.realms()).extracting(WiredRealm::profileName).containsOnly("Shop sign-in");
        assertThat(renamed.realms().getFirst().profileId()).isEqualTo(first);
        assertThat(shop.buyerProfiles()).hasSize(1);
    }

    @Test
    void aDifferentPrefixIsLeftAloneUntilTheAdminAgrees() {
        String present = "x" + shop.prefix.substring(1);
        shop.store.putPrefix(shop.store.merchantMapping().id(), present);

        WiringFailed failed = shop.failed();
        assertThat(failed.step()).isEqualTo("Merchant Organization: Prefix");
        assertThat(failed.failure().code()).isEqualTo("PREFIX_DIFFERS");
        assertThat(failed.failure().errorClass()).isEqualTo(ErrorClass.CONFLICT);
        assertThat(failed.failure().message()).contains(present, shop.prefix);
        assertThat(shop.store.merchantMapping().prefix()).isEqualTo(present);

        shop.replacePrefix = true;
        shop.wired();
        assertThat(shop.store.merchantMapping().prefix()).isEqualTo(shop.prefix);
    }

    @Test
    void aPrefixOfAnotherStoreIsAConflict() {
        Shop other = new Shop(secrets, stores);
        other.store.putPrefix(other.store.merchantMapping().id(), shop.prefix);

        WiringFailed failed = shop.failed();

        assertThat(failed.failure().code()).isEqualTo("PREFIX_TAKEN");
        assertThat(failed.failure().errorClass()).isEqualTo(ErrorClass.CONFLICT);
        assertThat(failed.failure().remedyId()).isEqualTo("merchant-prefix-taken");
    }

    @Test
    void aDeletedIntegrationTakesItsThingsWithIt() {
        OidcProfile foreign = shop.foreignProfile(shop.buyerRealm, "Okta");
        shop.wired();

        assertThat(shop.delete()).isInstanceOf(RealmsUnwired.class);

        assertThat(shop.buyerProfiles()).containsExactly(foreign);
        assertThat(shop.merchantProfiles()).isEmpty();
        assertThat(shop.redirectUris()).isEmpty();
    }

    @Test
    void aDeletedIntegrationThatNeverWiredNeedsNoCommerce() {
        int before = CommerceControl.calls(shop.id).size();

        assertThat(shop.delete()).isInstanceOf(RealmsUnwired.class);

        assertThat(CommerceControl.calls(shop.id)).hasSize(before);
    }
}
