package io.integrationshub.sso.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Realm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileRemovalPlanTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration SETTLE = Duration.ofSeconds(20);
    private static final OidcProfile PROFILE =
            new OidcProfile("p1", "Cognito", "https://idp/d", "client", "https://callback", "https://login");
    private static final RealmRecord UNTOUCHED =
            RealmRecord.untouched(Realm.MERCHANT).in("r1");
    private static final CreateIntent UNANSWERED =
            new CreateIntent(new WantedProfile("Cognito", "https://idp/d", "client", "digest"), NOW.minusSeconds(1));

    @Test
    void deletesWhatWeMade() {
        assertThat(plan(UNTOUCHED.holding("p1", true, "digest"), PROFILE))
                .isEqualTo(new ProfileRemovalPlan.Delete(PROFILE));
    }

    @Test
    void leavesWhatWasThereBeforeUs() {
        assertThat(plan(UNTOUCHED.holding("p1", false, "digest"), PROFILE))
                .isEqualTo(new ProfileRemovalPlan.Leave(PROFILE));
    }

    @Test
    void neverTouchesANamesakeThatWeDoNotKnow() {
        assertThat(plan(UNTOUCHED.holding("gone", true, "digest"), PROFILE)).isEqualTo(new ProfileRemovalPlan.Absent());
    }

    @Test
    void deletesWhatAnUnansweredCreateMade() {
        assertThat(plan(UNTOUCHED.creating(UNANSWERED), PROFILE)).isEqualTo(new ProfileRemovalPlan.Delete(PROFILE));
    }

    @Test
    void waitsForWhatAnUnansweredCreateMayHaveMade() {
        assertThat(plan(UNTOUCHED.creating(UNANSWERED))).isEqualTo(new ProfileRemovalPlan.Settle(NOW.plusSeconds(19)));
    }

    private static ProfileRemovalPlan plan(RealmRecord record, OidcProfile... found) {
        return ProfileRemovalPlan.of(record, List.of(found), SETTLE, NOW);
    }
}
