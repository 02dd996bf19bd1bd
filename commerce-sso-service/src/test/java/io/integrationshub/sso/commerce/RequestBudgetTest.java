package io.integrationshub.sso.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestBudgetTest {
    private static final Origin EUROPE = new Origin("https://a.example", "a.example", 443, false);
    private final RequestBudget budget = new RequestBudget(new Slow());

    @Test
    void aKeyThatUsedItsSecondGetsNoTurnInTimeWhileAnotherDoes() {
        List<Boolean> turns =
                IntStream.range(0, 3).mapToObj(i -> budget.take(EUROPE, "busy")).toList();

        assertThat(turns).containsExactly(true, false, false);
        assertThat(budget.take(EUROPE, "quiet")).isTrue();
    }

    /** One a second, and patience for a small part of it. */
    private record Slow() implements CommerceConfig {
        @Override
        public List<String> allowedOrigins() {
            return List.of();
        }

        @Override
        public List<String> signInOrigins() {
            return List.of();
        }

        @Override
        public Duration silenceTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration callTimeout() {
            return Duration.ofMillis(1);
        }

        @Override
        public int largestAnswer() {
            return 1;
        }

        @Override
        public int readTries() {
            return 1;
        }

        @Override
        public Duration readPause() {
            return Duration.ZERO;
        }

        @Override
        public int requestsPerSecond() {
            return 1;
        }
    }
}
