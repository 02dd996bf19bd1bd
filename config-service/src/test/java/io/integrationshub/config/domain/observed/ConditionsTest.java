package io.integrationshub.config.domain.observed;

import static io.integrationshub.config.domain.observed.Told.at;
import static io.integrationshub.config.domain.observed.Told.drift;
import static io.integrationshub.config.domain.observed.Told.during;
import static io.integrationshub.config.domain.observed.Told.execution;
import static io.integrationshub.config.domain.observed.Told.fold;
import static io.integrationshub.config.domain.observed.Told.looked;
import static io.integrationshub.config.domain.observed.Told.provisioningFailed;
import static io.integrationshub.config.domain.observed.Told.ready;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.config.domain.Definition;
import io.integrationshub.config.domain.Integration;
import io.integrationshub.contracts.Deletion;
import io.integrationshub.contracts.DeletionPolicy;
import io.integrationshub.contracts.DriftKind;
import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Realm;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private static final Integration ENABLED =
            Integration.created(new UUID(0, 1), "store", "ann", Told.START).withNextExecution(Told.START);
    private static final Observed WORKS = fold(during(1), ready(1, "acme", Realm.BUYER));

    @Test
    void aNewOneIsNotReadyAndBeingApplied() {
        assertThat(said(ENABLED, during(1)))
                .containsExactly(
                        "Ready False FirstExecution",
                        "Synced False Applying",
                        "CredentialsValid Unknown NotTriedYet",
                        "DriftDetected Unknown NotLookedYet",
                        "UpdateAvailable False Latest",
                        "Paused False Enabled",
                        "Terminal False NothingInTheWay",
                        "Recoverable False NothingInTheWay");
    }

    @Test
    void oneThatSucceededIsReadySyncedAndItsKeysWork() {
        Observed seen = fold(WORKS, looked(1, 60, 0));

        assertThat(said(ENABLED, seen))
                .contains(
                        "Ready True SignInWorks",
                        "Synced True Applied",
                        "CredentialsValid True KeysWork",
                        "DriftDetected False AsApplied");
        assertThat(one(ENABLED, seen, Condition.Type.READY).since()).isEqualTo(at(1, 40));
    }

    @Test
    void whileTheNextRevisionIsAppliedSignInStillWorks() {
        Observed seen = WORKS.started(execution(2), 2);

        assertThat(said(ENABLED.withGeneration(2, Told.START), seen))
                .contains("Ready True SignInWorks", "Synced False Applying");
        assertThat(one(ENABLED, seen, Condition.Type.READY).observedGeneration())
                .isEqualTo(1);
    }

    @Test
    void afterAFailureNobodyKnowsWhetherSignInStillWorks() {
        Observed seen =
                fold(WORKS.started(execution(2), 2), provisioningFailed(2, ErrorClass.CONFLICT, "DOMAIN_TAKEN"));

        assertThat(said(ENABLED, seen))
                .contains(
                        "Ready Unknown ExecutionFailed",
                        "Synced False ExecutionFailed",
                        "CredentialsValid True KeysWork",
                        "Terminal True DomainTaken",
                        "Recoverable False NothingInTheWay");
    }

    @Test
    void keysThatWereRefusedAreSoUntilAnExecutionSucceeds() {
        Observed refused = fold(
                WORKS.started(execution(2), 2),
                provisioningFailed(2, ErrorClass.CREDENTIALS, "UnrecognizedClientException"));
        Observed retried = refused.started(execution(3), 2);

        assertThat(said(ENABLED, refused))
                .contains("CredentialsValid False KeysRefused", "Terminal True UnrecognizedClientException");
        assertThat(said(ENABLED, retried))
                .contains("CredentialsValid False KeysRefused", "Terminal False NothingInTheWay");
        assertThat(said(ENABLED, fold(retried, ready(3, "acme", Realm.BUYER))))
                .contains("CredentialsValid True KeysWork");
    }

    @Test
    void aMissingPermissionMayPassWithoutAChangeOfTheConfiguration() {
        Observed seen = fold(during(1), provisioningFailed(1, ErrorClass.PERMISSION, "AccessDeniedException"));

        assertThat(said(ENABLED, seen))
                .contains(
                        "Ready False ExecutionFailed",
                        "CredentialsValid False PermissionMissing",
                        "Terminal False NothingInTheWay",
                        "Recoverable True AccessDeniedException");
    }

    @Test
    void driftIsNamedAndAResourceThatIsGoneIsNotReady() {
        Observed changed = fold(
                WORKS, drift(1, 60, "cognito.UserPoolClient", "CallbackURLs", DriftKind.CHANGED), looked(1, 60, 1));
        Observed gone = fold(WORKS, drift(1, 60, "cognito.UserPoolDomain", null, DriftKind.MISSING), looked(1, 60, 1));
        Observed hidden = fold(WORKS, drift(1, 60, "cognito.UserPool", null, DriftKind.UNREADABLE), looked(1, 60, 1));

        assertThat(said(ENABLED, changed))
                .contains("Ready True SignInWorks", "Synced False Drifted", "DriftDetected True Drifted");
        assertThat(one(ENABLED, changed, Condition.Type.DRIFT_DETECTED).message())
                .contains("cognito.UserPoolClient.CallbackURLs (CHANGED)");
        assertThat(said(ENABLED, gone)).contains("Ready False ResourceMissing");
        assertThat(said(ENABLED, hidden)).contains("CredentialsValid False PermissionMissing");
    }

    @Test
    void aHealThatDidNotHelpIsSaid() {
        Observed drifted =
                fold(WORKS, drift(1, 60, "cognito.UserPoolDomain", null, DriftKind.MISSING), looked(1, 60, 1));
        Observed healed = fold(
                drifted.started(execution(2), 1).healing(new Observed.Heal(2, at(2, 0), drifted.drift())),
                ready(2, "acme", Realm.BUYER),
                drift(2, 60, "cognito.UserPoolDomain", null, DriftKind.MISSING),
                looked(2, 60, 1));

        assertThat(said(ENABLED, healed)).contains("DriftDetected True HealDidNotHelp");
    }

    @Test
    void pausedAndDeletedAreSaid() {
        Integration paused = ENABLED.withPause(new Integration.Pause(at(1, 5), "bob", "holidays"), at(1, 5));
        Integration deleting = ENABLED.withDeleting(
                new Integration.Deleting(at(1, 5), "bob", null, new Deletion(DeletionPolicy.RETAIN, false, false)));

        assertThat(one(paused, WORKS, Condition.Type.PAUSED).message())
                .isEqualTo("Your integration is paused, by bob: holidays");
        assertThat(said(deleting, WORKS)).contains("Ready False Deleting", "Synced False Deleting");
        assertThat(said(deleting.withDeleted(at(1, 9)), WORKS)).contains("Ready False Deleted");
    }

    @Test
    void aNewerDefinitionIsOfferedAndNothingElse() {
        Definition second = new Definition("10", at(9, 0), List.of("More"), List.of());

        List<Condition> all = Conditions.of(ENABLED, "9", second, WORKS);

        assertThat(all)
                .filteredOn(each -> each.type() == Condition.Type.UPDATE_AVAILABLE)
                .singleElement()
                .satisfies(each -> assertThat(each.holds()).isTrue())
                .satisfies(each -> assertThat(each.since()).isEqualTo(at(9, 0)));
        assertThat(all).filteredOn(Condition::holds).hasSize(4);
    }

    private static List<String> said(Integration integration, Observed observed) {
        return conditions(integration, observed).stream()
                .map(each -> each.type().title() + " " + each.status().title() + " " + each.reason())
                .toList();
    }

    private static Condition one(Integration integration, Observed observed, Condition.Type type) {
        return conditions(integration, observed).get(type.ordinal());
    }

    private static List<Condition> conditions(Integration integration, Observed observed) {
        return Conditions.of(integration, "1", new Definition("1", Told.START, List.of(), List.of()), observed);
    }
}
