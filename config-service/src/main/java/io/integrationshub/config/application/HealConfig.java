package io.integrationshub.config.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often drift is healed without anybody asking. */
@ConfigMapping(prefix = "hub.heal")
public interface HealConfig {

    /** Between two heals of one integration, as somebody else may be changing it back. */
    @WithDefault("1h")
    Duration rest();

    /** Before the same differences are healed once more, as the heal before did not help. */
    @WithDefault("24h")
    Duration restWhenUseless();
}
