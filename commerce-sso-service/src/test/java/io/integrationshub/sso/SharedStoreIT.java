package io.integrationshub.sso;

import static io.integrationshub.local.test.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.RealmsUnwired;
import io.integrationshub.contracts.RealmsWired;
import io.integrationshub.contracts.StepFailed;
import io.integrationshub.runtime.secrets.Secrets;
import io.integrationshub.sso.application.CommerceStores;
import io.integrationshub.sso.application.Wirings;
import io.integrationshub.sso.domain.OidcProfile;
import io.integrationshub.sso.fixtures.Shop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several integrations of one store share its realms. */
@OnRealInfra
class SharedStoreIT {
    @Inject
    Secrets secrets;

    @Inject
    CommerceStores stores;

    @Inject
    Wirings wirings;

    private Shop first;
    private Shop second;

    @BeforeEach
    void open() {
        first = new Shop(secrets, stores);
        second = first.secondIntegration();
        second.profileName = "Second";
        second.callbackUrls = List.of("https://shop.example/b", "https://second.example/");
    }

    @Test
    void aProfileOfAnotherIntegrationIsNotTakenOver() {
        first.wired();
        OidcProfile profile = first.buyerProfiles().getFirst();
        second.profileName = "Cognito";

        assertThat(second.failed().failure()).satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("PROFILE_IN_USE");
            assertThat(failure.errorClass()).isEqualTo(ErrorClass.CONFLICT);
            assertThat(failure.remedyId()).isEqualTo("oidc-profile-in-use");
        });
        assertThat(first.buyerProfiles()).containsExactly(profile);
    }

    @Test
    void aStorefrontThatBothWantStaysUntilTheLastOneIsDeleted() {
        first.wired();
        second.wired();
        assertThat(first.buyerProfiles()).hasSize(2);

        assertThat(first.delete()).isInstanceOf(RealmsUnwired.class);

        assertThat(first.redirectUris()).containsExactly("https://shop.example/b", "https://second.example/");
        assertThat(first.buyerProfiles()).extracting(OidcProfile::name).containsExactly("Second");
    }

    @Test
    void onlyOneAtATimeChangesTheListOfRedirectUris() {
        UUID other = UUID.randomUUID();
        assertThat(turn(other)).isTrue();
        Execution execution = first.poolReady();
        await().until(() -> first.published().stream()
                .anyMatch(event -> event instanceof StepFailed failed
                        && failed.failure().code().equals("REALM_BUSY")));
        assertThat(first.redirectUris()).isEmpty();
        assertThat(turn(second.integration)).isFalse();

        QuarkusTransaction.requiringNew().run(() -> wirings.endTurn(first.buyerRealm, other));

        assertThat(first.outcome(execution)).isInstanceOf(RealmsWired.class);
        assertThat(turn(second.integration)).isTrue();
    }

    @Test
    void aTurnThatNobodyEndedIsFreeAfterAWhile() {
        QuarkusTransaction.requiringNew()
                .run(() -> wirings.takeTurn(first.buyerRealm, UUID.randomUUID(), Duration.ofSeconds(-1)));

        assertThat(first.wired().realms()).hasSize(2);
    }

    private boolean turn(UUID integration) {
        return QuarkusTransaction.requiringNew()
                .call(() -> wirings.takeTurn(first.buyerRealm, integration, Duration.ofMinutes(3)));
    }
}
