package io.integrationshub.config.domain.observed;

import static io.integrationshub.config.domain.observed.Told.at;
import static io.integrationshub.config.domain.observed.Told.drift;
import static io.integrationshub.config.domain.observed.Told.during;
import static io.integrationshub.config.domain.observed.Told.execution;
import static io.integrationshub.config.domain.observed.Told.fold;
import static io.integrationshub.config.domain.observed.Told.looked;
import static io.integrationshub.config.domain.observed.Told.ready;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.config.domain.Integration;
import io.integrationshub.contracts.Deletion;
import io.integrationshub.contracts.DeletionPolicy;
import io.integrationshub.contracts.DriftKind;
import io.integrationshub.contracts.DriftPolicy;
import io.integrationshub.contracts.Realm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealingTest {
    private static final Integration ENABLED = Integration.created(new UUID(0, 1), "store", "ann", Told.START);
    private static final DriftPolicy HEAL = new DriftPolicy(true, List.of());
    private static final Observed WORKS = fold(during(1), ready(1, "acme", Realm.BUYER));
    private static final Observed DRIFTED =
            fold(WORKS, drift(1, 60, "cognito.UserPoolClient", "CallbackURLs", DriftKind.CHANGED), looked(1, 60, 1));
    private static final Instant NOW = at(1, 61);

    @Test
    void whatHasDriftedIsHealedWhenThePolicySaysSo() {
        assertThat(decide(ENABLED, HEAL, DRIFTED, NOW)).isEqualTo(new Healing.Decision.Heal(DRIFTED.drift()));
        assertThat(decide(ENABLED, null, DRIFTED, NOW)).isEqualTo(left(Healing.Reason.NOT_WANTED));
        assertThat(decide(ENABLED, new DriftPolicy(false, null), DRIFTED, NOW))
                .isEqualTo(left(Healing.Reason.NOT_WANTED));
        assertThat(decide(ENABLED, HEAL, WORKS, NOW)).isEqualTo(left(Healing.Reason.NOTHING));
    }

    @Test
    void neverWhilePausedDeletedOrAtWork() {
        Integration paused = ENABLED.withPause(new Integration.Pause(NOW, "bob", null), NOW);
        Integration deleting = ENABLED.withDeleting(
                new Integration.Deleting(NOW, "bob", null, new Deletion(DeletionPolicy.RETAIN, false, false)));

        assertThat(decide(paused, HEAL, DRIFTED, NOW)).isEqualTo(left(Healing.Reason.PAUSED));
        assertThat(decide(deleting, HEAL, DRIFTED, NOW)).isEqualTo(left(Healing.Reason.DELETED));
        assertThat(decide(ENABLED, HEAL, DRIFTED.started(execution(2), 2), NOW))
                .isEqualTo(left(Healing.Reason.RUNNING));
    }

    @Test
    void whatIsIgnoredIsNobodysBusiness() {
        for (String entry : List.of("cognito.UserPoolClient", "cognito.UserPoolClient.CallbackURLs")) {
            assertThat(decide(ENABLED, new DriftPolicy(true, List.of(entry)), DRIFTED, NOW))
                    .as(entry)
                    .isEqualTo(left(Healing.Reason.NOTHING));
        }
        Observed profile =
                fold(WORKS, drift(1, 60, "commerce.OidcProfile[BUYER]", "name", DriftKind.CHANGED), looked(1, 60, 1));
        for (String entry : List.of(
                "commerce.OidcProfile",
                "commerce.OidcProfile[BUYER]",
                "commerce.OidcProfile.name",
                "commerce.OidcProfile[BUYER].name")) {
            assertThat(decide(ENABLED, new DriftPolicy(true, List.of(entry)), profile, NOW))
                    .as(entry)
                    .isEqualTo(left(Healing.Reason.NOTHING));
        }
        assertThat(decide(ENABLED, new DriftPolicy(true, List.of("commerce.OidcProfile[MERCHANT]")), profile, NOW))
                .isInstanceOf(Healing.Decision.Heal.class);
    }

    @Test
    void aPoolThatIsGoneAndWhatCannotBeReadNeedAPerson() {
        Observed gone = fold(WORKS, drift(1, 60, "cognito.UserPool", null, DriftKind.MISSING), looked(1, 60, 1));
        Observed hidden = fold(WORKS, drift(1, 60, "cognito.UserPool", null, DriftKind.UNREADABLE), looked(1, 60, 1));

        assertThat(decide(ENABLED, HEAL, gone, NOW)).isEqualTo(left(Healing.Reason.NEEDS_A_PERSON));
        assertThat(decide(ENABLED, HEAL, hidden, NOW)).isEqualTo(left(Healing.Reason.NEEDS_A_PERSON));
    }

    @Test
    void aHealThatDidNotHelpIsNotRepeatedBeforeTheLongRest() {
        Observed again = DRIFTED.healing(new Observed.Heal(2, NOW, DRIFTED.drift()));

        assertThat(decide(ENABLED, HEAL, again, NOW.plusSeconds(7200))).isEqualTo(left(Healing.Reason.DID_NOT_HELP));
        assertThat(decide(ENABLED, HEAL, again, NOW.plus(Duration.ofHours(25))))
                .isInstanceOf(Healing.Decision.Heal.class);
    }

    @Test
    void somebodyWhoChangesItBackAndForthIsNotFoughtWithoutARest() {
        Observed other = DRIFTED.healing(new Observed.Heal(
                2, NOW, List.of(new DriftSeen.Finding("cognito.UserPoolDomain", null, DriftKind.MISSING))));

        assertThat(decide(ENABLED, HEAL, other, NOW.plusSeconds(60))).isEqualTo(left(Healing.Reason.TOO_SOON));
        assertThat(decide(ENABLED, HEAL, other, NOW.plusSeconds(3601))).isInstanceOf(Healing.Decision.Heal.class);
    }

    private static Healing.Decision decide(
            Integration integration, @Nullable DriftPolicy policy, Observed observed, Instant now) {
        return Healing.decide(integration, policy, observed, now, Duration.ofHours(1), Duration.ofHours(24));
    }

    private static Healing.Decision left(Healing.Reason reason) {
        return new Healing.Decision.Leave(reason);
    }
}
