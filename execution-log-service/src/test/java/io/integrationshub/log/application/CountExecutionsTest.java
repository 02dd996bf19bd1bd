package io.integrationshub.log.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.Story;
import io.integrationshub.log.domain.Outline;
import io.integrationshub.log.domain.RecordedFact;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CountExecutionsTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final CountExecutions counting = new CountExecutions(metrics, null);

    @Test
    void anExecutionIsStartedOnceAndFinishedOnce() {
        Story story = new Story("store-1").requested(1, Trigger.RECONFIGURED);
        Outline begun = told(story);
        Outline done = told(story.straightThrough());

        counting.count(new Change(Optional.empty(), begun, List.of()));
        counting.count(new Change(Optional.of(begun.summary()), done, List.of()));
        counting.count(new Change(Optional.of(done.summary()), done, List.of()));

        assertThat(metrics.counter("hub.executions.started", "trigger", "reconfigured")
                        .count())
                .isEqualTo(1);
        assertThat(metrics.counter("hub.executions.finished", "status", "succeeded", "error_class", "none")
                        .count())
                .isEqualTo(1);
        assertThat(metrics.timer("hub.execution.duration").count()).isEqualTo(1);
        assertThat(metrics.get("hub.last.success.timestamp.seconds").gauge().value())
                .isEqualTo(done.summary().endedAt().getEpochSecond());
    }

    @Test
    void aFailureIsCountedByTheClassOfItsError() {
        Outline failed = told(new Story("store-1")
                .requested(1, Trigger.CONFIGURED)
                .failed(Publisher.PROVISIONER, "List User Pool", 30, 1, Story.DENIED, null)
                .provisioningFailed("List User Pool"));

        counting.count(new Change(Optional.empty(), failed, List.of()));

        assertThat(metrics.find("hub.executions.finished")
                        .tag("status", "failed")
                        .counters())
                .singleElement()
                .satisfies(counter ->
                        assertThat(counter.getId().getTag("error_class")).isNotEqualTo("none"));
        assertThat(metrics.get("hub.last.success.timestamp.seconds").gauge().value())
                .isZero();
    }

    private static Outline told(Story story) {
        List<RecordedFact> facts = story.events().stream()
                .flatMap(event -> RecordedFact.of(event).stream())
                .toList();
        return Outline.of(facts, Optional.empty()).orElseThrow();
    }
}
