package io.integrationshub.config.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** What the operator says about Commerce. */
@ConfigMapping(prefix = "hub.commerce")
public interface CommerceConfig {

    /** Origins that a Token URL may have: scheme, host and, unless it is the scheme's own, port. */
    @WithDefault("https://euwest.api.elasticpath.com,https://useast.api.elasticpath.com")
    Set<String> allowedOrigins();
}
