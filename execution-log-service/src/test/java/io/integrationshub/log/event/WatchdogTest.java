package io.integrationshub.log.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.log.event.Watchdog.Place;
import io.integrationshub.log.event.Watchdog.Progress;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private static final TopicPartition ONE = new TopicPartition("t", 0);
    private static final TopicPartition OTHER = new TopicPartition("t", 1);
    private final Progress progress = new Progress(Duration.ofSeconds(60));

    @Test
    void standingStillWithSomethingToReadIsNoticedWhileOthersGetOn() {
        assertThat(at(0, new Place(5, 9), new Place(1, 1))).isFalse();
        assertThat(at(50, new Place(5, 9), new Place(2, 3))).isFalse();

        assertThat(at(61, new Place(5, 9), new Place(3, 3))).isTrue();
    }

    @Test
    void nothingToReadOrAStepForwardIsNoStall() {
        assertThat(at(0, new Place(5, 5), new Place(1, 9))).isFalse();
        assertThat(at(59, new Place(5, 5), new Place(2, 9))).isFalse();
        assertThat(at(100, new Place(5, 9), new Place(3, 9))).isFalse();
        assertThat(at(118, new Place(5, 9), new Place(3, 3))).isFalse();
    }

    @Test
    void aPartitionThatWentToAnotherNodeIsForgotten() {
        assertThat(at(0, new Place(5, 9), new Place(1, 1))).isFalse();

        assertThat(progress.stalled(Map.of(), Duration.ofSeconds(90).toNanos())).isFalse();
    }

    private boolean at(long second, Place one, Place other) {
        return progress.stalled(
                Map.of(ONE, one, OTHER, other), Duration.ofSeconds(second).toNanos());
    }
}
