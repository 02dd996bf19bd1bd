package io.integrationshub.sso.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Realm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfilePlanTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration SETTLE = Duration.ofSeconds(20);
    private static final WantedProfile WANTED = new WantedProfile("Cognito", "https://idp/d", "client", "digest");
    private static final OidcProfile AS_WANTED = profile("p1", "Cognito", "https://idp/d", "client");
    private static final OidcProfile FOREIGN = profile("p9", "Okta", "https://okta/d", "other");
    private static final RealmRecord UNTOUCHED =
            RealmRecord.untouched(Realm.BUYER).in("r1");

    @Test
    void createsWhereThereIsNone() {
        assertThat(plan(UNTOUCHED, FOREIGN)).isEqualTo(new ProfilePlan.Create(WANTED));
    }

    @Test
    void keepsWhatIsAsWantedAndHasTheSecret() {
        RealmRecord record = UNTOUCHED.holding("p1", true, "digest");

        assertThat(plan(record, FOREIGN, AS_WANTED))
                .isEqualTo(new ProfilePlan.Keep(new OwnProfile(AS_WANTED, true, "digest")));
    }

    @Test
    void updatesWhenTheSecretIsAnotherOneThanLastSent() {
        RealmRecord record = UNTOUCHED.holding("p1", true, "older digest");

        assertThat(changes(plan(record, AS_WANTED))).containsExactly("client_secret");
    }

    @Test
    void updatesWhenTheLastWriteHadNoAnswer() {
        RealmRecord record = UNTOUCHED.holding("p1", true, "digest").updating("p1", true);

        assertThat(changes(plan(record, AS_WANTED))).containsExactly("client_secret");
    }

    @Test
    void namesEveryMemberThatDiffers() {
        RealmRecord record = UNTOUCHED.holding("p1", true, "digest");
        OidcProfile edited = profile("p1", "Renamed", "https://elsewhere/d", "another");

        assertThat(changes(plan(record, edited))).containsExactly("name", "discovery_url", "client_id");
    }

    @Test
    void findsItsProfileByIdWhateverItsNameAndLeavesTheOneThatHasTheName() {
        RealmRecord record = UNTOUCHED.holding("p1", true, "digest");
        OidcProfile renamed = profile("p1", "Renamed", "https://idp/d", "client");
        OidcProfile namesake = profile("p2", "Cognito", "https://foreign/d", "foreign");

        assertThat(plan(record, namesake, renamed))
                .isEqualTo(new ProfilePlan.Update(new OwnProfile(renamed, true, "digest"), List.of("name")));
    }

    @Test
    void takesOverTheOneOfTheSameNameWithoutClaimingToHaveMadeIt() {
        assertThat(plan(UNTOUCHED, FOREIGN, AS_WANTED))
                .isEqualTo(new ProfilePlan.Update(new OwnProfile(AS_WANTED, false, null), List.of("client_secret")));
    }

    @Test
    void takesTheOnlyOneOfSeveralNamesakesThatPointsToThePool() {
        OidcProfile namesake = profile("p2", "Cognito", "https://foreign/d", "foreign");

        assertThat(plan(UNTOUCHED, namesake, AS_WANTED))
                .isInstanceOfSatisfying(
                        ProfilePlan.Update.class,
                        update -> assertThat(update.own().profile()).isEqualTo(AS_WANTED));
    }

    @Test
    void doesNotGuessAmongNamesakes() {
        OidcProfile one = profile("p2", "Cognito", "https://foreign/d", "foreign");
        OidcProfile other = profile("p3", "Cognito", "https://foreign/e", "foreign");

        assertThat(plan(UNTOUCHED, one, other)).isEqualTo(new ProfilePlan.Ambiguous(List.of("p2", "p3")));
    }

    @Test
    void createsAgainWhenItsProfileIsGone() {
        RealmRecord record = UNTOUCHED.holding("p1", true, "digest");

        assertThat(plan(record, FOREIGN)).isEqualTo(new ProfilePlan.Create(WANTED));
    }

    @Test
    void recognisesWhatAnUnansweredCreateMade() {
        RealmRecord record = UNTOUCHED.creating(new CreateIntent(WANTED, NOW.minusSeconds(1)));

        assertThat(plan(record, FOREIGN, AS_WANTED))
                .isEqualTo(new ProfilePlan.Keep(new OwnProfile(AS_WANTED, true, "digest")));
    }

    @Test
    void waitsWhileAnUnansweredCreateMayStillShowUp() {
        RealmRecord record =
                UNTOUCHED.creating(new CreateIntent(WANTED, NOW.minus(SETTLE).plusMillis(1)));

        assertThat(plan(record, FOREIGN)).isEqualTo(new ProfilePlan.Settle(NOW.plusMillis(1)));
    }

    @Test
    void createsAgainOnceAnUnansweredCreateHasSettled() {
        RealmRecord record = UNTOUCHED.creating(new CreateIntent(WANTED, NOW.minus(SETTLE)));

        assertThat(plan(record, FOREIGN)).isEqualTo(new ProfilePlan.Create(WANTED));
    }

    @Test
    void anUnansweredCreateUnderAnotherNameIsStillOurs() {
        WantedProfile earlier = new WantedProfile("Earlier name", "https://idp/d", "client", "digest");
        RealmRecord record = UNTOUCHED.creating(new CreateIntent(earlier, NOW));
        OidcProfile made = profile("p1", "Earlier name", "https://idp/d", "client");

        assertThat(plan(record, made))
                .isEqualTo(new ProfilePlan.Update(new OwnProfile(made, true, "digest"), List.of("name")));
    }

    private static ProfilePlan plan(RealmRecord record, OidcProfile... found) {
        return ProfilePlan.of(record, WANTED, List.of(found), SETTLE, NOW);
    }

    private static List<String> changes(ProfilePlan plan) {
        assertThat(plan).isInstanceOf(ProfilePlan.Update.class);
        return ((ProfilePlan.Update) plan).changes();
    }

    private static OidcProfile profile(String id, String name, String discoveryUrl, String clientId) {
        return new OidcProfile(id, name, discoveryUrl, clientId, "https://callback/" + id, "https://login/" + id);
    }
}
