package io.integrationshub.sso.commerce;

import java.time.Duration;
import java.util.List;

/** Settings for calls to servers on this machine, with more patience than a busy one needs. */
record TestConfig(
        List<String> allowedOrigins, List<String> signInOrigins, Duration callTimeout, int largestAnswer, int readTries)
        implements CommerceConfig {
    static final RequestBudget UNLIMITED = (origin, clientId) -> true;

    static TestConfig allowing(String origin) {
        return new TestConfig(List.of(origin), List.of(), Duration.ofSeconds(30), 1 << 20, 3);
    }

    TestConfig within(Duration limit) {
        return new TestConfig(allowedOrigins, signInOrigins, limit, largestAnswer, 1);
    }

    TestConfig withProviders(String... origins) {
        return new TestConfig(allowedOrigins, List.of(origins), callTimeout, largestAnswer, readTries);
    }

    @Override
    public Duration silenceTimeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public int requestsPerSecond() {
        return 10_000;
    }

    @Override
    public Duration readPause() {
        return Duration.ofMillis(5);
    }
}
