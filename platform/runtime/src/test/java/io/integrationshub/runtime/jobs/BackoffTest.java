package io.integrationshub.runtime.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    @RepeatedTest(50)
    void growsWithJitterUpToTheCap() {
        assertThat(backoff.pause(1)).isBetween(Duration.ofMillis(10), Duration.ofMillis(100));
        assertThat(backoff.pause(3)).isBetween(Duration.ofMillis(40), Duration.ofMillis(400));
        assertThat(backoff.pause(1000)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(5));
    }
}
