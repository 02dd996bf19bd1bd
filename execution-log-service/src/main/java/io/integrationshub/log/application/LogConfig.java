package io.integrationshub.log.application;

import io.integrationshub.log.domain.Status;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** The execution log. */
@ConfigMapping(prefix = "hub.log")
public interface LogConfig {

    /** An execution at work that is silent for longer is INTERRUPTED. */
    @WithDefault("15m")
    Duration lease();

    /** How long logs and outputs are kept after the day on which their execution began; the execution itself stays listed. */
    @WithDefault("14d")
    Duration retention();

    /** The same for executions that ended in this status, for example {@code hub.log.retention-of.FAILED=30d}. */
    Map<Status, Duration> retentionOf();

    /** A consumer that has records to read and reads none for this long is stalled. */
    @WithDefault("60s")
    Duration stalledAfter();

    /** Whether the service stops itself when its consumer is stalled, so that whoever runs it starts it again. */
    @WithDefault("true")
    boolean stopWhenStalled();

    /** How many streams one replica holds open at a time; who comes on top is asked to wait. */
    @WithDefault("500")
    int streams();
}
