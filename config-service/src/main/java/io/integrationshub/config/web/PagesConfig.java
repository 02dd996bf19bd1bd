package io.integrationshub.config.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** What the pages have to know of their surroundings. */
@ConfigMapping(prefix = "hub.pages")
public interface PagesConfig {

    /** Where browsers find the execution dashboard (execution-log-service), without a slash at its end. */
    @WithDefault("http://localhost:8084")
    URI dashboard();
}
