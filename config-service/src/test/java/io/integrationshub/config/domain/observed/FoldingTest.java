package io.integrationshub.config.domain.observed;

import static io.integrationshub.config.domain.observed.Told.at;
import static io.integrationshub.config.domain.observed.Told.drift;
import static io.integrationshub.config.domain.observed.Told.during;
import static io.integrationshub.config.domain.observed.Told.execution;
import static io.integrationshub.config.domain.observed.Told.failed;
import static io.integrationshub.config.domain.observed.Told.fold;
import static io.integrationshub.config.domain.observed.Told.looked;
import static io.integrationshub.config.domain.observed.Told.poolReady;
import static io.integrationshub.config.domain.observed.Told.provisioningFailed;
import static io.integrationshub.config.domain.observed.Told.ready;
import static io.integrationshub.config.domain.observed.Told.realmsWired;
import static io.integrationshub.config.domain.observed.Told.removed;
import static io.integrationshub.config.domain.observed.Told.sso;
import static io.integrationshub.config.domain.observed.Told.started;
import static io.integrationshub.config.domain.observed.Told.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Deletion;
import io.integrationshub.contracts.DeletionPolicy;
import io.integrationshub.contracts.DriftKind;
import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.Realm;
import io.integrationshub.contracts.RealmsUnwired;
import io.integrationshub.contracts.WiringFailed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldingTest {
    @Test
    void anExecutionThatWasJustStartedIsQueuedAndRunsWithItsFirstStep() {
        assertThat(during(1).progress().state()).isEqualTo(Progress.State.QUEUED);

        assertThat(fold(during(1), started(1, "List User Pool", 2, 1))
                        .progress()
                        .state())
                .isEqualTo(Progress.State.RUNNING);
    }

    @Test
    void stepsStandInTheirOrderWithTheirLatestTry() {
        Observed known = fold(
                during(1),
                started(1, "Create User Pool", 3, 1),
                failed(1, "Create User Pool", 3, 1, at(1, 99)),
                started(1, "List User Pool", 2, 1),
                succeeded(1, "List User Pool", 2, 1),
                started(1, "Create User Pool", 3, 2));

        assertThat(known.progress().steps())
                .extracting(StepSeen::name, StepSeen::attempt, StepSeen::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("List User Pool", 1, StepSeen.Status.SUCCEEDED),
                        org.assertj.core.groups.Tuple.tuple("Create User Pool", 2, StepSeen.Status.RUNNING));
    }

    @Test
    void aStepThatIsTriedAgainLaterMakesTheExecutionWait() {
        Observed known = fold(during(1), failed(1, "Create User Pool", 3, 1, at(1, 99)));

        assertThat(known.progress().state()).isEqualTo(Progress.State.RETRY_PENDING);
        assertThat(known.progress().steps().getFirst().nextAttemptAt()).isEqualTo(at(1, 99));
    }

    @Test
    void stepsOfAnotherExecutionAreNotItsBusiness() {
        assertThat(fold(during(2), started(1, "List User Pool", 2, 1))).isEqualTo(during(2));
    }

    @Test
    void successTellsWhatExistsAndEndsTheExecution() {
        Observed known = fold(during(1), ready(1, "acme", Realm.BUYER));

        assertThat(known.progress().state()).isEqualTo(Progress.State.SUCCEEDED);
        assertThat(known.existing().pool().signInHost()).isEqualTo("acme.auth.eu-west-1.amazoncognito.com");
        assertThat(known.existing().realms()).hasSize(1);
        assertThat(known.succeeded().generation()).isEqualTo(1);
    }

    @Test
    void theSecretOfTheAppClientIsNotKept() throws Exception {
        Observed known = fold(during(1), poolReady(1, "acme"), ready(1, "acme", Realm.BUYER));

        assertThat(Json.mapper().writeValueAsString(known)).doesNotContain("c2VhbGVk");
    }

    @Test
    void aFailureOfEitherServiceEndsTheExecutionWithItsStepAndCause() {
        Observed pool = fold(during(1), provisioningFailed(1, ErrorClass.INPUT, "LOCKED_FIELD"));
        Observed realm = fold(
                during(1),
                sso(1, 9, new WiringFailed(1, execution(1), "Wire", Told.failure(ErrorClass.CREDENTIALS, "x"))));

        assertThat(pool.progress().end().step()).isEqualTo("Create User Pool");
        assertThat(pool.refused()).isNull();
        assertThat(realm.progress().state()).isEqualTo(Progress.State.FAILED);
        assertThat(realm.refused().failure().code()).isEqualTo("x");
    }

    @Test
    void anEarlierExecutionNeitherEndsTheLatestNorTellsWhatExists() {
        Observed known = fold(during(2), poolReady(2, "new"));

        Observed later = fold(known, poolReady(1, "old"), provisioningFailed(1, ErrorClass.INPUT, "X"));

        assertThat(later.existing()).isEqualTo(known.existing());
        assertThat(later.progress().running()).isTrue();
    }

    @Test
    void whatALatePoolReadyTellsKeepsTheHostThatWasSeenToWork() {
        Observed known = fold(during(1), ready(1, "acme", Realm.BUYER), poolReady(1, "acme"));

        assertThat(known.existing().pool().signInHost()).isNotNull();
        assertThat(fold(known, poolReady(2, "moved")).existing().pool().signInHost())
                .isNull();
    }

    @Test
    void aDeletionTakesAwayTheRealmsAndThenThePoolOrKeepsIt() {
        Observed known = fold(during(1), ready(1, "acme", Realm.BUYER)).started(execution(2), 1);
        Deletion deletion = new Deletion(DeletionPolicy.RETAIN, false, false);
        Observed unwired = fold(known, sso(2, 5, new RealmsUnwired(1, execution(2), null, deletion)));

        Observed kept = fold(unwired, removed(2, DeletionPolicy.RETAIN));
        Observed deleted = fold(unwired, removed(2, DeletionPolicy.DELETE));

        assertThat(unwired.existing().realms()).isEmpty();
        assertThat(kept.existing().pool().kept()).isTrue();
        assertThat(deleted.existing().pool()).isNull();
        assertThat(deleted.progress().state()).isEqualTo(Progress.State.SUCCEEDED);
    }

    @Test
    void whatWasRemovedDoesNotDrift() {
        Observed ready = fold(during(1), ready(1, "acme", Realm.BUYER));
        Observed drifting =
                fold(ready, drift(1, 45, "cognito.UserPool", "Policies", DriftKind.CHANGED), looked(1, 45, 1));
        Observed deleting = drifting.started(execution(2), 1);

        assertThat(ready.drifting()).isFalse();
        assertThat(drifting.drifting()).isTrue();
        assertThat(deleting.drifting()).isTrue();
        assertThat(fold(deleting, removed(2, DeletionPolicy.DELETE)).drifting()).isFalse();
        assertThat(fold(deleting, removed(2, DeletionPolicy.RETAIN)).drifting()).isFalse();
        assertThat(fold(drifting.started(execution(2), 1), ready(2, "acme", Realm.BUYER))
                        .drifting())
                .isFalse();
    }

    @Test
    void successesInARowAreOneAndAFailureEndsTheRow() {
        Observed first = fold(during(1), ready(1, "acme", Realm.BUYER));
        Observed second = fold(first.started(execution(2), 2), ready(2, "acme", Realm.BUYER));
        Observed fourth = fold(
                second.started(execution(3), 3),
                provisioningFailed(3, ErrorClass.INPUT, "X"),
                ready(4, "acme", Realm.BUYER));

        assertThat(second.succeeded().since()).isEqualTo(first.succeeded().at());
        assertThat(fourth.succeeded().since()).isEqualTo(at(4, 40));
    }

    @Test
    void aLookReplacesTheOneBeforeAndAnOlderOneIsHistory() {
        Observed known = fold(
                during(1),
                ready(1, "acme", Realm.BUYER),
                drift(1, 60, "cognito.UserPoolClient", "CallbackURLs", DriftKind.CHANGED),
                drift(1, 60, "cognito.UserPoolDomain", null, DriftKind.MISSING),
                looked(1, 60, 2));

        assertThat(known.drift()).hasSize(2);
        assertThat(known.aws().found()).isEqualTo(2);
        assertThat(fold(known, looked(1, 50, 0))).isEqualTo(known);
        Observed again = fold(known, drift(1, 90, "cognito.UserPoolDomain", null, DriftKind.MISSING), looked(1, 90, 1));
        assertThat(again.drift()).hasSize(1);
        assertThat(again.aws().since()).isEqualTo(at(1, 60));
        assertThat(fold(again, looked(1, 95, 0)).drift()).isEmpty();
        assertThat(fold(again, looked(1, 95, 0)).aws().since()).isNull();
    }

    @Test
    void driftIsHistoryOnceAnExecutionHasSucceeded() {
        Observed drifted = fold(
                during(1),
                ready(1, "acme", Realm.BUYER),
                drift(1, 60, "cognito.UserPoolDomain", null, DriftKind.MISSING),
                looked(1, 60, 1));

        Observed healed = fold(drifted.started(execution(2), 1), ready(2, "acme", Realm.BUYER));

        assertThat(healed.drift()).isEmpty();
        assertThat(healed.stale(healed.aws())).isTrue();
    }

    @Test
    void itStaysSmallWhateverComes() {
        List<Told> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(started(1, "Step " + i, i, 1));
            many.add(drift(1, 60, "resource " + i, null, DriftKind.CHANGED));
        }

        Observed known = fold(during(1), many);

        assertThat(known.progress().steps()).hasSize(Progress.MOST_STEPS);
        assertThat(known.drift()).hasSize(DriftSeen.MOST);
    }

    @Test
    void whateverTheOrderAndHoweverOftenItComesOutTheSame() {
        List<Told> events = List.of(
                started(2, "List User Pool", 2, 1),
                failed(2, "List User Pool", 2, 1, at(2, 5)),
                started(2, "List User Pool", 2, 2),
                succeeded(2, "List User Pool", 2, 2),
                poolReady(1, "old"),
                poolReady(2, "acme"),
                realmsWired(1, Realm.MERCHANT),
                realmsWired(2, Realm.BUYER),
                provisioningFailed(1, ErrorClass.CREDENTIALS, "InvalidClientTokenId"),
                ready(2, "acme", Realm.BUYER));
        Observed expected = fold(during(2), events);

        for (int seed = 0; seed < 1000; seed++) {
            List<Told> shuffled = new ArrayList<>(events);
            shuffled.addAll(events);
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(fold(during(2), shuffled)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void itIsReadBackAsItWasWritten() throws Exception {
        Observed known = fold(
                during(2),
                failed(2, "List User Pool", 2, 1, at(2, 5)),
                ready(1, "acme", Realm.BUYER),
                drift(2, 60, "cognito.UserPoolDomain", null, DriftKind.MISSING),
                provisioningFailed(2, ErrorClass.PERMISSION, "AccessDeniedException"));

        String written = Json.mapper().writeValueAsString(known);

        assertThat(Json.mapper().readValue(written, Observed.class)).isEqualTo(known);
        assertThat(Json.mapper().readValue("{}", Observed.class)).isEqualTo(Observed.NOTHING);
    }
}
