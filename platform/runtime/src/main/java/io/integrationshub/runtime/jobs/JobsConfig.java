package io.integrationshub.runtime.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Durable jobs. */
@ConfigMapping(prefix = "hub.jobs")
public interface JobsConfig {

    /** How many jobs this node runs at a time. */
    @WithDefault("32")
    int threads();

    /** How often to look for due work when nothing says that there is some. */
    @WithDefault("1s")
    Duration pollInterval();

    /** A running job says this often that it is alive; after four silent beats another node takes it over. */
    @WithDefault("2s")
    Duration heartbeat();

    /** The longest first pause after a failure. */
    @WithDefault("500ms")
    Duration retryBase();

    /** The longest pause of all. */
    @WithDefault("5m")
    Duration retryCap();

    /** How long a stop waits for running jobs. */
    @WithDefault("10s")
    Duration shutdownWait();
}
