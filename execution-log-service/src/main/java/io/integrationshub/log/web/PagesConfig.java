package io.integrationshub.log.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** What the pages have to know of their surroundings. */
@ConfigMapping(prefix = "hub.pages")
public interface PagesConfig {

    /** Where browsers find the pages on which integrations are configured (config-service), without a slash at its end. */
    @WithDefault("http://localhost:8081")
    URI hub();
}
