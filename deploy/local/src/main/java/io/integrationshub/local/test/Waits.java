package io.integrationshub.local.test;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * Waits of tests, longer than what a busy machine needs: a condition that holds sooner ends them sooner. Awaitility's own ten seconds
 * are less than Kafka may take to share its partitions out anew.
 */
public final class Waits {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Waits() {}

    /** As Awaitility's. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT);
    }

    /** As Awaitility's; what is waited for is named when it does not come. */
    public static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(LIMIT);
    }
}
