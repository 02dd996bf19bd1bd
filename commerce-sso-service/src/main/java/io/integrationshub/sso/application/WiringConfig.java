package io.integrationshub.sso.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How realms are wired. */
@ConfigMapping(prefix = "hub.wiring")
public interface WiringConfig {

    /**
     * How long after an unanswered create its profile may still be missing from Commerce's list: one call may take so long, and reads
     * lag by up to about a minute at busy times (Elastic Path: API contract). Until then it is looked for and nothing is created.
     */
    @WithDefault("75s")
    Duration createSettle();

    /** Pause between two looks for drift at one integration; up to a tenth more or less, so that they spread. */
    @WithDefault("10h")
    Duration driftEvery();

    /** How long a waiting person's question may take in all. */
    @WithDefault("12s")
    Duration questionTimeout();
}
