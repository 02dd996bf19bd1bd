package io.integrationshub.config.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.config.domain.ConfigurationPage;
import io.integrationshub.config.domain.Pages;
import io.integrationshub.config.domain.StoredSecret;
import io.integrationshub.contracts.BuyerOrganization;
import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.ManagedLogin;
import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.contracts.UserPoolSpec;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RevisionDiffTest {
    private static final Pages FIRST = Pages.empty("1")
            .with(page("c2VhbGVk", "2026-11-23T10:00:00Z", null))
            .with(new BuyerOrganization(true, List.of("https://a.example")))
            .completed();

    @Test
    void theSameIsNotDifferent() {
        assertThat(RevisionDiff.between(FIRST, FIRST)).isEmpty();
    }

    @Test
    void whoEnteredTheSameSecretWhenIsNoDifference() {
        Pages later = FIRST.with(page("c2VhbGVk", "2026-11-24T10:00:00Z", null));

        assertThat(RevisionDiff.between(FIRST, later)).isEmpty();
    }

    @Test
    void aSecretIsToldAsChangedAndNotShown() {
        Pages later = FIRST.with(page("YW5vdGhlcg", "2026-11-24T10:00:00Z", null));

        assertThat(RevisionDiff.between(FIRST, later)).allSatisfy(change -> {
            assertThat(change.secret()).isTrue();
            assertThat(change.before()).isNull();
            assertThat(change.after()).isNull();
        });
        assertThat(RevisionDiff.between(FIRST, later))
                .extracting(RevisionDiff.Change::pointer)
                .containsExactly("/configuration/clientSecret", "/configuration/secretAccessKey");
    }

    @Test
    void listsAreShownWholeAndAnImageNotAtAll() {
        Pages later = FIRST.with(page("c2VhbGVk", "2026-11-23T10:00:00Z", new HostedUi(".banner {}", "aW1hZ2U=")))
                .with(new BuyerOrganization(true, List.of("https://a.example", "https://b.example")))
                .ofDefinition("2");

        List<RevisionDiff.Change> changes = RevisionDiff.between(FIRST, later);

        assertThat(changes)
                .extracting(change -> change.pointer() + " " + change.before() + " " + change.after())
                .containsExactly(
                        "/buyer/callbackUrls [\"https://a.example\"] [\"https://a.example\",\"https://b.example\"]",
                        "/configuration/userPool/hostedUi/css null \".banner {}\"",
                        "/configuration/userPool/hostedUi/logo null null",
                        "/definition \"1\" \"2\"");
    }

    @Test
    void managedLoginInCognitosOwnStyleIsADifference() {
        Pages later =
                FIRST.with(page("c2VhbGVk", "2026-11-23T10:00:00Z", new HostedUi(null, null, new ManagedLogin(null))));

        assertThat(RevisionDiff.between(FIRST, later))
                .extracting(RevisionDiff.Change::pointer)
                .containsExactly("/configuration/userPool/hostedUi/managedLogin");
        assertThat(RevisionDiff.between(later, FIRST)).hasSize(1);
    }

    private static ConfigurationPage page(String sealed, String entered, @Nullable HostedUi hostedUi) {
        StoredSecret secret = new StoredSecret(new SealedSecret(sealed), Instant.parse(entered), "ann");
        return new ConfigurationPage(
                "client",
                secret,
                "https://euwest.api.elasticpath.com/oauth/access_token",
                "AKIAIOSFODNN7EXAMPLE",
                secret,
                "eu-west-1",
                new UserPoolSpec("EPCC", "acme-shop", "Acme", null, false, null, hostedUi),
                null,
                null);
    }
}
