package io.integrationshub.sso.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.DriftKind;
import io.integrationshub.contracts.DriftPolicy;
import io.integrationshub.contracts.Realm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftTest {
    private static final WantedProfile WANTED = new WantedProfile("Cognito", "https://idp/d", "client", "digest");
    private static final RealmRecord RECORD =
            RealmRecord.untouched(Realm.BUYER).in("realm").holding("ours", true, "digest");

    @Test
    void aProfileAsItWasLeftIsNoDrift() {
        assertThat(profile(new OidcProfile("ours", "Cognito", "https://idp/d", "client", null, null)))
                .isEmpty();
    }

    @Test
    void everyEditedMemberIsToldWithBothValues() {
        assertThat(profile(new OidcProfile("ours", "Edited", "https://evil/d", "other", null, null)))
                .containsExactly(
                        changed("name", "Cognito", "Edited"),
                        changed("discovery_url", "https://idp/d", "https://evil/d"),
                        changed("client_id", "client", "other"));
    }

    @Test
    void aProfileThatIsGoneIsMissingWhateverElseIsThere() {
        assertThat(profile(new OidcProfile("other", "Okta", "https://okta/d", "okta", null, null)))
                .containsExactly(new Difference("commerce.OidcProfile[BUYER]", null, DriftKind.MISSING, "ours", null));
        assertThat(profile(new OidcProfile("other", "Cognito", "https://idp/d", "client", null, null)))
                .extracting(Difference::kind)
                .containsExactly(DriftKind.MISSING);
    }

    @Test
    void aSecretThatNobodyKnowsIsNoDrift() {
        RealmRecord unknown = RECORD.updating("ours", true);
        List<OidcProfile> found = List.of(new OidcProfile("ours", "Cognito", "https://idp/d", "client", null, null));

        ProfilePlan plan = ProfilePlan.of(unknown, WANTED, found, Duration.ZERO, Instant.EPOCH);

        assertThat(plan).isInstanceOf(ProfilePlan.Update.class);
        assertThat(Drift.ofProfile(unknown, WANTED, plan)).isEmpty();
    }

    @Test
    void foreignRedirectUrisAreNoDriftButOursThatAreGoneOrLeftOverAre() {
        List<String> existing = List.of("https://foreign", "https://old");

        RedirectUriPlan plan = RedirectUriPlan.of(existing, List.of("https://old"), List.of("https://a"), List.of());

        assertThat(Drift.ofRedirectUris(existing, plan))
                .containsExactly(
                        new Difference(
                                "commerce.AuthenticationRealm[BUYER]",
                                "redirect_uris",
                                DriftKind.MISSING,
                                List.of("https://a"),
                                null),
                        new Difference(
                                "commerce.AuthenticationRealm[BUYER]",
                                "redirect_uris",
                                DriftKind.EXTRA,
                                null,
                                List.of("https://old")));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, MISSING", "other, CHANGED"})
    void aPrefixThatIsGoneOrAnotherOneIsDriftThoughNobodyMayReplaceIt(String present, DriftKind kind) {
        assertThat(Drift.ofPrefix(PrefixPlan.of(present, "wanted", false)))
                .containsExactly(new Difference("commerce.MerchantRealmMapping", "prefix", kind, "wanted", present));
        assertThat(Drift.ofPrefix(PrefixPlan.of("wanted", "wanted", false))).isEmpty();
    }

    @Test
    void anotherRealmThanTheOneWeWorkedInIsDrift() {
        assertThat(Drift.ofRealm(RECORD, "another"))
                .extracting(Difference::field)
                .containsExactly("id");
        assertThat(Drift.ofRealm(RECORD, "realm")).isEmpty();
        assertThat(Drift.ofRealm(RealmRecord.untouched(Realm.BUYER), "realm")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "commerce.OidcProfile, true",
        "commerce.OidcProfile.name, true",
        "commerce.OidcProfile[BUYER], true",
        "commerce.OidcProfile[BUYER].name, true",
        "commerce.OidcProfile[MERCHANT], false",
        "commerce.OidcProfile.client_id, false"
    })
    void anAdminCanIgnoreAResourceOrOneMember(String entry, boolean ignored) {
        Difference difference = changed("name", "Cognito", "Edited");

        assertThat(difference.ignoredBy(new DriftPolicy(true, List.of(entry)))).isEqualTo(ignored);
        assertThat(difference.ignoredBy(null)).isFalse();
    }

    private static List<Difference> profile(OidcProfile found) {
        ProfilePlan plan = ProfilePlan.of(RECORD, WANTED, List.of(found), Duration.ZERO, Instant.EPOCH);
        return Drift.ofProfile(RECORD, WANTED, plan);
    }

    private static Difference changed(String field, String expected, String found) {
        return new Difference("commerce.OidcProfile[BUYER]", field, DriftKind.CHANGED, expected, found);
    }
}
