package io.integrationshub.log.domain;

import static io.integrationshub.contracts.Publisher.COMMERCE_SSO;
import static io.integrationshub.contracts.Publisher.PROVISIONER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.Severity;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final Story story = new Story("store-1");

    @Test
    void nothingIsToldWhileTheRequestIsUnknown() {
        story.requested(1, Trigger.CONFIGURED).step(PROVISIONER, "List User Pool", 30, 1, 0);
        List<RecordedFact> withoutRequest = facts(story).stream().skip(1).toList();

        assertThat(History.of(withoutRequest, Optional.empty())).isEmpty();
    }

    @Test
    void isQueuedWhenRequestedAndShowsTheTriggerAsItsFirstStep() {
        story.requested(1, Trigger.CONFIGURED);

        History history = told();

        assertThat(history.summary().status()).isEqualTo(Status.QUEUED);
        assertThat(history.summary().instance()).isEqualTo("EPCC");
        assertThat(history.summary().actor()).isEqualTo("alice");
        assertThat(history.steps()).singleElement().satisfies(step -> {
            assertThat(step.name()).isEqualTo("Integration Trigger");
            assertThat(step.order()).isEqualTo(10);
            assertThat(step.latest().status()).isEqualTo(StepStatus.SUCCEEDED);
            assertThat(step.latest().output()).containsEntry("generation", 3L).containsKey("userPool");
        });
    }

    @Test
    void runsFromTheFirstStepOn() {
        story.requested(1, Trigger.CONFIGURED).started(PROVISIONER, "List User Pool", 30, 1);

        History history = told();

        assertThat(history.summary().status()).isEqualTo(Status.RUNNING);
        assertThat(history.summary().startedAt()).isNotNull();
        assertThat(history.steps().getLast().latest().status()).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void succeedsWithWhatItCameTo() {
        story.requested(1, Trigger.CONFIGURED).straightThrough();

        History history = told();

        assertThat(history.summary().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(history.summary().writes()).isEqualTo(4);
        assertThat(history.summary().durationMs()).isPositive();
        assertThat(history.summary().error()).isNull();
        assertThat(history.output())
                .containsEntry("userPoolId", "eu-west-1_Ab1")
                .containsEntry("userPoolClientId", "client1")
                .containsEntry("domainPrefix", "epcc")
                .containsEntry("signInHost", "epcc.auth.eu-west-1.amazoncognito.com");
        assertThat(history.steps())
                .extracting(StepHistory::name)
                .containsExactly(
                        "Integration Trigger",
                        "Check AWS Connection",
                        "List User Pool",
                        "Create User Pool",
                        "Create User Pool Client",
                        "Check Commerce Connection",
                        "Buyer Organization: OIDC Profile",
                        "Merchant Organization: Prefix",
                        "Update User Pool Client",
                        "Check Sign-in");
        assertThat(history.logs())
                .extracting(LogLine::message)
                .startsWith("Starting Instance 'EPCC'", "Integration Trigger", "Check AWS Connection")
                .contains("The pool is new", "Merchant Organization: Prefix skipped: not enabled")
                .endsWith("Check Sign-in", "Ending Instance 'EPCC'");
    }

    @Test
    void aDeletionSucceedsWhenThePoolIsRemovedOrRetained() {
        story.deletionRequested(2)
                .step(COMMERCE_SSO, "Check Commerce Connection", 110, 1, 0)
                .poolRemoved();

        History history = told();

        assertThat(history.summary().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(history.output()).containsEntry("outcome", "RETAIN");
        assertThat(history.steps().getFirst().latest().output()).containsEntry("deletionPolicy", "RETAIN");
    }

    @Test
    void waitsWhileAStepIsToBeTriedAgain() {
        story.requested(1, Trigger.CONFIGURED)
                .step(PROVISIONER, "List User Pool", 30, 1, 0)
                .failed(PROVISIONER, "Create User Pool", 40, 1, Story.THROTTLED, Duration.ofMinutes(1));

        ExecutionSummary summary = told().summary();

        assertThat(summary.status()).isEqualTo(Status.RETRY_PENDING);
        assertThat(summary.nextAttemptAt()).isNotNull();
        assertThat(summary.error().code()).isEqualTo("TooManyRequestsException");
        assertThat(summary.error().step()).isEqualTo("Create User Pool");
    }

    @Test
    void runsAgainWhenTheNextAttemptBeginsAndKeepsBothAttempts() {
        story.requested(1, Trigger.CONFIGURED)
                .failed(PROVISIONER, "Create User Pool", 40, 1, Story.THROTTLED, Duration.ofMinutes(1))
                .step(PROVISIONER, "List User Pool", 30, 2, 0)
                .step(PROVISIONER, "Create User Pool", 40, 2, 1);

        History history = told();

        assertThat(history.summary().status()).isEqualTo(Status.RUNNING);
        assertThat(history.summary().error()).isNull();
        assertThat(history.steps().getLast().attempts())
                .extracting(StepAttempt::attempt, StepAttempt::status)
                .containsExactly(tuple(1, StepStatus.FAILED), tuple(2, StepStatus.SUCCEEDED));
    }

    @Test
    void anAttemptWithoutAnEndIsInterruptedOnceItsServiceBeginsAnew() {
        story.requested(1, Trigger.CONFIGURED)
                .started(PROVISIONER, "Create User Pool", 40, 1)
                .started(PROVISIONER, "List User Pool", 30, 2);

        List<StepHistory> steps = told().steps();

        assertThat(steps)
                .extracting(StepHistory::name, step -> step.latest().status())
                .containsExactly(
                        tuple("Integration Trigger", StepStatus.SUCCEEDED),
                        tuple("List User Pool", StepStatus.RUNNING),
                        tuple("Create User Pool", StepStatus.INTERRUPTED));
    }

    @Test
    void anotherServicesRunDoesNotInterruptAnAttempt() {
        story.requested(1, Trigger.CONFIGURED)
                .started(COMMERCE_SSO, "Check Commerce Connection", 110, 1)
                .started(PROVISIONER, "List User Pool", 30, 2);

        assertThat(told().steps())
                .extracting(step -> step.latest().status())
                .containsExactly(StepStatus.SUCCEEDED, StepStatus.RUNNING, StepStatus.RUNNING);
    }

    @Test
    void failsWithClassCodeRemedyAndStep() {
        story.requested(1, Trigger.CONFIGURED)
                .failed(PROVISIONER, "List User Pool", 30, 1, Story.DENIED, null)
                .provisioningFailed("List User Pool");

        History history = told();

        assertThat(history.summary().status()).isEqualTo(Status.FAILED);
        assertThat(history.summary().error())
                .isEqualTo(new ExecutionError(
                        Story.DENIED.errorClass(),
                        "UnrecognizedClientException",
                        "cognito",
                        Story.DENIED.message(),
                        "aws-credentials",
                        "req-2",
                        "List User Pool"));
        assertThat(history.logs())
                .filteredOn(line -> line.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.message()).isEqualTo(Story.DENIED.message());
                    assertThat(line.step()).isEqualTo("List User Pool");
                });
    }

    @Test
    void isCanceledByANewerExecutionAndSaysSo() {
        story.requested(1, Trigger.CONFIGURED).started(PROVISIONER, "List User Pool", 30, 1);
        Successor newer = new Successor(UUID.randomUUID(), Instant.parse("2026-03-01T10:05:00Z"));

        History history = History.of(facts(story), Optional.of(newer)).orElseThrow();

        assertThat(history.summary().status()).isEqualTo(Status.CANCELED);
        assertThat(history.summary().supersededBy()).isEqualTo(newer.id());
        assertThat(history.summary().endedAt()).isEqualTo(newer.requestedAt());
        assertThat(history.steps().getLast().latest().status()).isEqualTo(StepStatus.INTERRUPTED);
        assertThat(history.logs())
                .extracting(LogLine::message)
                .endsWith("Cancelled by a new execution", "Ending Instance 'EPCC'");
    }

    @Test
    void anExecutionThatEndedIsNotCanceledAnyMore() {
        story.requested(1, Trigger.CONFIGURED).straightThrough();
        Successor newer = new Successor(UUID.randomUUID(), Instant.parse("2026-03-01T10:00:05Z"));

        ExecutionSummary summary =
                History.of(facts(story), Optional.of(newer)).orElseThrow().summary();

        assertThat(summary.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(summary.supersededBy()).isNull();
    }

    @Test
    void whatIsSaidUnderAnotherIntegrationIsNoPartOfTheStory() {
        story.requested(1, Trigger.CONFIGURED);
        Envelope foreign = new Story("store-2")
                .requested(1, Trigger.CONFIGURED)
                .straightThrough()
                .events()
                .getLast();
        RecordedFact forged = RecordedFact.of(foreign).orElseThrow();
        RecordedFact underOurId = new RecordedFact(
                forged.eventId(),
                story.execution().id(),
                forged.integrationId(),
                forged.storeId(),
                forged.source(),
                forged.at(),
                forged.fact());

        List<RecordedFact> facts = List.of(underOurId, facts(story).getFirst());

        assertThat(History.of(facts, Optional.empty()).orElseThrow().summary().status())
                .isEqualTo(Status.QUEUED);
    }

    @Test
    void theLogTellsWhoWantedItAgain() {
        story.requested(1, Trigger.CONFIGURED)
                .failed(PROVISIONER, "List User Pool", 30, 1, Story.DENIED, null)
                .provisioningFailed("List User Pool")
                .retryRequested("bob");

        assertThat(told().logs())
                .extracting(LogLine::message)
                .endsWith("Ending Instance 'EPCC'", "Retry requested by bob: keys corrected");
    }

    private History told() {
        return History.of(facts(story), Optional.empty()).orElseThrow();
    }

    private static List<RecordedFact> facts(Story story) {
        return story.events().stream()
                .flatMap(event -> RecordedFact.of(event).stream())
                .toList();
    }
}
