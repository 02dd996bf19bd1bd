package io.integrationshub.sso.commerce;

import java.time.Duration;
import java.util.List;

/** Settings for calls to servers on this machine, with little patience. */
record TestConfig(List<String> allowedOrigins, Duration callTimeout, int largestAnswer, int readTries)
        implements CommerceConfig {
    static TestConfig allowing(String origin) {
        return new TestConfig(List.of(origin), Duration.ofSeconds(5), 1 << 20, 3);
    }

    TestConfig within(Duration limit) {
        return new TestConfig(allowedOrigins, limit, largestAnswer, 1);
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(2);
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
