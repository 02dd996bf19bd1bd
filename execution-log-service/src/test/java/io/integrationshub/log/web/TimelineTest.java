package io.integrationshub.log.web;

import static io.integrationshub.contracts.Publisher.PROVISIONER;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.Story;
import io.integrationshub.log.domain.History;
import io.integrationshub.log.domain.RecordedFact;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant BEGINNING = Instant.parse("2026-03-01T10:00:00Z");

    private final Story story = new Story("store", UUID.randomUUID(), BEGINNING).requested(1, Trigger.CONFIGURED);

    @Test
    void attemptsAndTheWaitBetweenThemStandSideBySide() {
        story.failed(PROVISIONER, "List User Pool", 30, 1, Story.THROTTLED, Duration.ofSeconds(3))
                .step(PROVISIONER, "List User Pool", 30, 2, 0);

        Timeline.Row row = timeline(BEGINNING.plusSeconds(60)).rows().getLast();

        assertThat(row.bars()).extracting(Timeline.Bar::style).containsExactly("failed", "waiting", "succeeded");
        assertThat(row.told()).contains("attempt 1: Failed, 20 ms", "waiting", "attempt 2: Successful, 1.0 s");
        assertThat(row.durationMs()).isEqualTo(1020);
        assertThat(row.bars()).allSatisfy(bar -> {
            assertThat(bar.x()).isBetween(0, 1000);
            assertThat(bar.x() + bar.width()).isBetween(1, 1000);
        });
    }

    @Test
    void whatRunsReachesToNow() {
        story.started(PROVISIONER, "List User Pool", 30, 1);

        Timeline timeline = timeline(BEGINNING.plusSeconds(60));

        Timeline.Bar bar = timeline.rows().getLast().bars().getFirst();
        assertThat(bar.style()).isEqualTo("running");
        assertThat(bar.x() + bar.width()).isEqualTo(1000);
        assertThat(timeline.to()).isEqualTo(BEGINNING.plusSeconds(60));
        assertThat(timeline.ticks()).hasSize(5);
    }

    private Timeline timeline(Instant now) {
        History history = History.of(
                        story.events().stream()
                                .flatMap(event -> RecordedFact.of(event).stream())
                                .toList(),
                        Optional.empty())
                .orElseThrow();
        return Timeline.of(history, now);
    }
}
