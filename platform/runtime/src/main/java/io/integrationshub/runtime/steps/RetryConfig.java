package io.integrationshub.runtime.steps;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How an execution tries again by itself when trouble passes by itself. */
@ConfigMapping(prefix = "hub.retry")
public interface RetryConfig {

    /** How often a service works on one execution, the first time included. */
    @WithDefault("8")
    int attempts();

    /** The longest first pause. */
    @WithDefault("1s")
    Duration base();

    /** The longest pause of all. */
    @WithDefault("1m")
    Duration cap();
}
